import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/** As far behind the rooms' thread as a thread may stand: it has what they leave of the processor. */
const BEHIND = 10

/**
 * Lets this thread have the processor only where the others leave it: where cores are few, a fold must not hold up who moves a
 * card. Linux gives each thread a place of its own in the line; elsewhere nothing happens.
 */
export function standBehind(): void {
  try {
    const thread = /\/task\/(\d+)$/.exec(readlinkSync('/proc/thread-self'))?.[1]
    if (thread !== undefined) setPriority(Number(thread), BEHIND)
  } catch {
    // a system without threads by number, or one that forbids it: it works all the same
  }
}
