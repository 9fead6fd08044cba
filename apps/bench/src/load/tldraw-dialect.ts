import { type Dialect, type Heard, NOTHING, type Speaker } from './dialect.ts'
import { readSigns, sign } from './signs.ts'

const PROTOCOL = 8
/** presence has an id of the server's choice: the person is in the cursor's x, above every x of a shape */
const PERSON = 1_000_000
const CURSOR = /"x":(?:\["put",)?(\d{7,})/g

/** tldraw's JSON. `schema`: what a client says it knows, as JSON; asked for when first needed. */
export function tldrawDialect(schema: () => string): Dialect {
  return { speaker: (person) => new TldrawSpeaker(person, schema), read: readTldraw }
}

class TldrawSpeaker implements Speaker {
  readonly #person: number
  readonly #schema: () => string
  readonly #made = new Set<string>()
  #clock = 0
  #isShown = false

  constructor(person: number, schema: () => string) {
    this.#person = person
    this.#schema = schema
  }

  hello(): string[] {
    const rest = `"connectRequestId":"c${this.#person}","lastServerClock":-1,"protocolVersion":${PROTOCOL}`
    return [`{"type":"connect",${rest},"schema":${this.#schema()}}`]
  }

  cursor(n: number): string {
    const cursor = { x: (this.#person + 1) * PERSON + n, y: this.#person, type: 'default', rotation: 0 }
    const presence = this.#isShown
      ? ['patch', { cursor: ['put', cursor] }]
      : ['put', presenceRecord(this.#person, cursor)]
    this.#isShown = true
    return JSON.stringify({ type: 'push', clientClock: ++this.#clock, presence })
  }

  edit(key: string, n: number): string {
    const id = `shape:${key}`
    const meta = { sign: sign(this.#person, n) }
    const x = n % 4000
    const change = this.#made.has(id)
      ? ['patch', { x: ['put', x], meta: ['put', meta] }]
      : ['put', shapeRecord(id, x, meta)]
    this.#made.add(id)
    return JSON.stringify({ type: 'push', clientClock: ++this.#clock, diff: { [id]: change } })
  }

  mark(): null {
    return null
  }
}

/** The smallest shape there is. */
function shapeRecord(id: string, x: number, meta: Readonly<Record<string, string>>): unknown {
  const place = { x, y: 0, rotation: 0, index: 'a1', parentId: 'page:page' }
  return { id, typeName: 'shape', type: 'group', ...place, isLocked: false, opacity: 1, props: {}, meta }
}

function presenceRecord(person: number, cursor: unknown): unknown {
  return {
    id: 'instance_presence:mine',
    typeName: 'instance_presence',
    userId: `user:${person}`,
    userName: `Person ${person}`,
    lastActivityTimestamp: 0,
    followingUserId: null,
    color: '#30bced',
    camera: { x: 0, y: 0, z: 1 },
    selectedShapeIds: [],
    currentPageId: 'page:page',
    brush: null,
    scribbles: [],
    screenBounds: { x: 0, y: 0, w: 1000, h: 700 },
    cursor,
    chatMessage: '',
    meta: {},
  }
}

function readTldraw(payload: Buffer): Heard {
  const text = payload.toString('latin1')
  const cursors = [...text.matchAll(CURSOR)].flatMap(([, x]) => {
    const value = Number(x)
    return [Math.floor(value / PERSON) - 1, value % PERSON]
  })
  return { ...NOTHING, cursors, edits: readSigns(payload), isSynced: text.startsWith('{"type":"connect"') }
}
