import { type Dialect, type Heard, NOTHING, type Speaker } from './dialect.ts'
import { readSigns, sign } from './signs.ts'

const PROTOCOL = 8
const PUT = 'put'
/** the versions of every kind of record that tldraw 5.4 sends on connecting */
const CURSOR = /"x":\[?(?:"put",)?(\d+)\]?,"y":\[?(?:"put",)?(\d+)/g

/** tldraw's JSON: records put and patched, acknowledged by a `push_result`. */
export function tldrawDialect(): Dialect {
  return { speaker: (person) => new TldrawSpeaker(person), read: readTldraw }
}

class TldrawSpeaker implements Speaker {
  readonly #person: number
  #clock = 0

  constructor(person: number) {
    this.#person = person
  }

  hello(): string[] {
    return []
  }

  cursor(n: number): string {
    return JSON.stringify({
      type: 'push',
      clientClock: ++this.#clock,
      presence: [PUT, { n, p: this.#person }],
    })
  }

  edit(key: string, n: number): string {
    return JSON.stringify({
      type: 'push',
      clientClock: ++this.#clock,
      diff: { [key]: [PUT, sign(this.#person, n)] },
    })
  }

  mark(): null {
    return null
  }
}

function readTldraw(payload: Buffer): Heard {
  const cursors = [...payload.toString('latin1').matchAll(CURSOR)].flatMap(([, n, p]) => [
    Number(p),
    Number(n),
  ])
  return { ...NOTHING, cursors, edits: readSigns(payload) }
}
