import type { Update } from './structs.ts'

/** The structs of one client in an update, and where in its bytes they begin. */
export interface Stretch {
  readonly client: number
  readonly clock: number
  /** the clock after the last one */
  readonly end: number
  readonly count: number
  readonly at: number
}

/** An update as it is read a few structs at a time: its bytes, where in them its structs lie, how many ranges it deletes. */
export interface Unread {
  readonly bytes: Uint8Array
  readonly stretches: readonly Stretch[]
  readonly ranges: number
}

/** An update that was read once, to be read again. */
export function unread({ bytes, sections, deletes }: Update): Unread {
  const stretches = sections.flatMap(({ client, structs }): Stretch[] => {
    const first = structs[0]
    const last = structs[structs.length - 1]
    if (first === undefined || last === undefined) return []
    return [
      { client, clock: first.clock, end: last.clock + last.length, count: structs.length, at: first.from },
    ]
  })
  return { bytes, stretches, ranges: deletes.length }
}
