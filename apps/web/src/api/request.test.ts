import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, request } from './request.ts'

function answering(answer: Response | Error) {
  const asked = vi.fn(async (_path: string, _init: RequestInit) => {
    if (answer instanceof Error) throw answer
    return answer
  })
  vi.stubGlobal('fetch', asked)
  return asked
}

describe('a request', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('names its type on every change, also without a body', async () => {
    const asked = answering(new Response(null, { status: 204 }))
    await request('DELETE', '/api/boards/b')
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ headers: { 'content-type': 'application/json' } })
  })

  it('hands on the id and the sentence of an error', async () => {
    answering(
      Response.json({ error: { id: 'no-board', message: 'There is no such board.' } }, { status: 404 }),
    )
    const failed = request('GET', '/api/boards/b')
    await expect(failed).rejects.toMatchObject({
      id: 'no-board',
      status: 404,
      message: 'There is no such board.',
    })
  })

  it('says so when no answer comes, or none that it understands', async () => {
    answering(new TypeError('failed to fetch'))
    await expect(request('GET', '/api/me')).rejects.toMatchObject({ id: 'no-answer', status: 0 })
    answering(new Response('<html>', { status: 502 }))
    await expect(request('GET', '/api/me')).rejects.toBeInstanceOf(ApiError)
  })
})
