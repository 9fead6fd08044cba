import * as Y from 'yjs'
import type { OurServer } from '../servers/our-server.ts'
import type { Crew } from './crew.ts'

/** What a run of many crashes came to. */
export class Total {
  rounds = 0
  acknowledged = 0
  seen = 0
  sent = 0
  lostAcknowledged = 0
  lostSeen = 0
  /** boards that came back as half an update */
  broken = 0
  refused = 0
  readonly ups: number[] = []

  get lost(): number {
    return this.lostAcknowledged + this.lostSeen + this.broken
  }

  /** Opens the crew's board on `server` and holds it against the crew's ledger. */
  async check(server: OurServer, crew: Crew): Promise<void> {
    const found = await crew.find(server).catch(() => null)
    if (found === null) {
      this.lose(crew)
      return
    }
    const { signs, updates } = found
    const missing = crew.ledger.missing(signs)
    this.lostAcknowledged += missing.acknowledged
    this.lostSeen += missing.seen
    if (!isWhole(updates)) this.broken++
  }

  /** The crew's board cannot be opened any more. */
  lose({ ledger }: Crew): void {
    this.lostAcknowledged += ledger.acknowledged
    this.lostSeen += ledger.seen
    this.broken++
  }

  /** The crew's board is done with. */
  close(crew: Crew): void {
    this.acknowledged += crew.ledger.acknowledged
    this.seen += crew.ledger.seen
    this.sent += crew.sent
  }

  /** Prints the result; the exit code. */
  report(what: string, took: number): number {
    const ups = [...this.ups].sort((a, b) => a - b)
    process.stdout.write(
      [
        '',
        `${what}: ${this.rounds} rounds in ${Math.round(took / 1000)} s; back in ${Math.round(ups[Math.floor(ups.length / 2)] ?? 0)} ms (median)`,
        `  edits sent ${this.sent.toLocaleString('en')}, acknowledged ${this.acknowledged.toLocaleString('en')}, seen by others ${this.seen.toLocaleString('en')}`,
        `  acknowledged edits lost: ${this.lostAcknowledged}`,
        `  seen edits lost: ${this.lostSeen}`,
        `  boards that did not come back whole: ${this.broken}`,
        `  connections that the server refused: ${this.refused}`,
        '',
      ].join('\n'),
    )
    return this.lost + this.refused === 0 ? 0 : 1
  }
}

/** Nothing in the updates waits for what is not there. */
function isWhole(updates: readonly Uint8Array[]): boolean {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const whole = doc.store.pendingStructs === null && doc.store.pendingDs === null
  doc.destroy()
  return whole
}
