import { request } from '../api/request.ts'

/** How far this machine's clock is from the server's, in ms: half the way of one question is taken off. */
export async function measureOffset(now: () => number = Date.now): Promise<number> {
  const sent = now()
  try {
    const answer = await request<{ now: number }>('GET', '/api/time')
    return answer.now - (sent + now()) / 2
  } catch {
    return 0
  }
}
