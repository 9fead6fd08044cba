import type { OurServer } from '../servers/our-server.ts'
import { Member } from './member.ts'

export interface Found {
  /** person, number, person, number … */
  readonly signs: number[]
  readonly updates: Uint8Array[]
}

/** Every sign that `person` finds who opens the board on `server` now, and the updates that brought them. */
export async function findOn(server: OurServer, board: string, person: number): Promise<Found> {
  const found: Found = { signs: [], updates: [] }
  const seats = { name: board, seat: (who: number) => server.seat(board, who) }
  const reader = await Member.open(server, seats, person)
  reader.onHeard((heard, _, payload) => {
    found.signs.push(...heard.edits)
    found.updates.push(...(server.dialect.updates?.(payload) ?? []))
  })
  await reader.synced.finally(() => reader.close())
  return found
}
