import { SCHEMA_VERSION } from '@second-story/board'
import {
  CLOSE,
  decodeUp,
  encodeCursors,
  encodeReached,
  encodeRefused,
  encodeSaved,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  type UpFrame,
} from '@second-story/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { UnsavedNote } from './copy-names.ts'
import { LayerLink } from './layer-link.ts'
import type { LinkParts } from './link-parts.ts'
import { LocalCopy } from './local-copy.ts'
import { ManualPulse } from './manual-pulse.ts'

/** A socket whose other end is the test. */
class FakeSocket {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readonly OPEN = 1
  static all: FakeSocket[] = []
  binaryType = ''
  readyState = 0
  sent: UpFrame[] = []
  onopen: (() => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onmessage: ((event: { data: Uint8Array }) => void) | null = null
  onerror: (() => void) | null = null

  readonly url: string

  constructor(url: string) {
    this.url = url
    FakeSocket.all.push(this)
  }

  send(bytes: Uint8Array): void {
    const frame = decodeUp(bytes)
    if (frame.type === 'bad') throw new Error(frame.reason)
    this.sent.push(frame)
  }

  close(): void {
    this.readyState = 3
  }

  opens(): void {
    this.readyState = 1
    this.onopen?.()
  }

  async says(...messages: Uint8Array[]): Promise<void> {
    for (const data of messages) {
      this.onmessage?.({ data })
      await Promise.resolve()
    }
  }

  closes(code: number): void {
    this.readyState = 3
    this.onclose?.({ code, reason: '' })
  }

  /** As a server that has nothing yet: step 1, step 2. */
  async syncs(server = new Y.Doc()): Promise<void> {
    this.opens()
    await this.says(encodeStep1(Y.encodeStateVector(server)), encodeStep2(Y.encodeStateAsUpdate(server)))
  }

  get types(): string[] {
    return this.sent.map(({ type }) => type).filter((type) => type !== 'awareness')
  }

  get marks(): number[] {
    return this.sent.flatMap((frame) => (frame.type === 'mark' ? [frame.n] : []))
  }
}

let pulse: ManualPulse
let told: string[]
let links: LayerLink[]
beforeEach(() => {
  pulse = new ManualPulse()
  told = []
  links = []
  FakeSocket.all = []
})
afterEach(() => {
  for (const link of links) link.drop()
})

const last = (): FakeSocket => {
  const socket = FakeSocket.all.at(-1)
  if (!socket) throw new Error('nothing connected')
  return socket
}

async function open(parts: Partial<LinkParts> = {}): Promise<LayerLink> {
  const link = await LayerLink.open(
    { board: 'b'.repeat(21), account: 'ada', layer: 'common' },
    {
      changed: () => undefined,
      saved: () => told.push('saved'),
      synced: () => told.push('synced'),
      refused: (reason) => told.push(`refused ${reason}`),
      stopped: (code) => told.push(`stopped ${code}`),
    },
    {
      pulse,
      url: 'ws://test/sync',
      Socket: FakeSocket as unknown as typeof WebSocket,
      openCopy: async (_place, doc) => LocalCopy.nowhere(doc),
      note: () => new UnsavedNote('copy', 'this tab'),
      snapshot: async () => null,
      isStillMe: () => true,
      ...parts,
    },
  )
  links.push(link)
  return link
}

const write = (link: LayerLink, words: string): void => void link.doc.getMap('items').set(words, true)

describe('what is saved', () => {
  it('is what the server says after the last mark, and nothing before', async () => {
    const link = await open()
    await link.start()
    write(link, 'offline')
    expect([link.marks.unsaved, link.marks.connected]).toEqual([1, false])
    const socket = last()
    await socket.syncs()
    expect([link.marks.unsaved, link.marks.settled]).toEqual([1, false])
    await socket.says(encodeSaved(socket.marks.at(-1) ?? 0))
    expect([link.marks.unsaved, link.marks.settled]).toEqual([0, true])
  })

  it('asks with no mark before the step 2 that carries what was written offline', async () => {
    const link = await open()
    await link.start()
    write(link, 'offline')
    const socket = last()
    socket.opens()
    pulse.pass(2_000)
    write(link, 'while it connects')
    expect(socket.types).toEqual(['step1', 'update'])
    await socket.says(encodeStep1(Y.encodeStateVector(new Y.Doc())))
    expect(socket.types).toEqual(['step1', 'update', 'step2', 'mark'])
  })

  it('is not believed of a connection that broke before it answered', async () => {
    const link = await open()
    await link.start()
    const first = last()
    await first.syncs()
    write(link, 'lost on the way')
    const mark = first.marks.at(-1) ?? 0
    first.closes(1006)
    expect(link.marks.unsaved).toBe(1)
    pulse.pass(5_000)
    const second = last()
    expect(second).not.toBe(first)
    await second.syncs()
    await second.says(encodeSaved(mark))
    expect(link.marks.unsaved).toBe(1)
    await second.says(encodeSaved(second.marks.at(-1) ?? 0))
    expect(link.marks.unsaved).toBe(0)
  })

  it('a refusal is handed on with its reason', async () => {
    const link = await open()
    await link.start()
    await last().syncs()
    await last().says(encodeRefused(1, 'reader'))
    expect(told).toContain('refused reader')
  })
})

describe('coming back', () => {
  it('is by our own timer, with jitter, and never by the provider’s', async () => {
    const link = await open()
    await link.start()
    await last().syncs()
    last().closes(1006)
    pulse.chance = 0.5
    expect(FakeSocket.all).toHaveLength(1)
    pulse.pass(199)
    expect(FakeSocket.all).toHaveLength(1)
    pulse.pass(1)
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('leaves the timers of the provider nothing to do', async () => {
    vi.useFakeTimers()
    try {
      const link = await open()
      await link.start()
      last().closes(1006)
      vi.advanceTimersByTime(60_000)
      expect(FakeSocket.all).toHaveLength(1)
    } finally {
      vi.useRealTimers()
    }
  })

  it('comes back after every 45xx and after none of 44xx', async () => {
    for (const { code, comesBack } of Object.values(CLOSE)) {
      const link = await open()
      await link.start()
      const count = FakeSocket.all.length
      last().opens()
      last().closes(code)
      pulse.pass(60_000)
      expect(FakeSocket.all.length > count, `${code}`).toBe(comesBack)
      expect(told.includes(`stopped ${code}`), `${code}`).toBe(!comesBack)
    }
  })

  it('is at once when the page wakes, and a silent socket is asked by a mark', async () => {
    const link = await open()
    await link.start()
    last().closes(1006)
    link.wake()
    expect(FakeSocket.all).toHaveLength(2)
    const socket = last()
    await socket.syncs()
    const before = socket.marks.length
    link.wake()
    expect(socket.marks).toHaveLength(before + 1)
    pulse.pass(6_000)
    // nobody answered
    expect(socket.readyState).toBe(3)
  })

  it('keeps a connection whose board is long in coming, however often the page wakes', async () => {
    const link = await open()
    await link.start()
    const socket = last()
    socket.opens()
    for (let n = 0; n < 4; n++) {
      link.wake()
      pulse.pass(7_000)
    }
    expect([FakeSocket.all.length, socket.readyState]).toEqual([1, 1])
    expect(socket.marks).toEqual([])
  })

  it('does not connect in the name of somebody else who signed in meanwhile', async () => {
    let me = true
    const link = await open({ isStillMe: () => me })
    await link.start()
    await last().syncs()
    me = false
    last().closes(1006)
    pulse.pass(60_000)
    expect(FakeSocket.all).toHaveLength(1)
    expect(told).toContain('stopped 4401')
  })
})

describe('opening', () => {
  const whole = (): Uint8Array => {
    const doc = new Y.Doc()
    doc.getMap('items').set('from the server', true)
    return Y.encodeStateAsUpdateV2(doc)
  }

  it('says how far the snapshot, and then the server, brought it, and only then', async () => {
    const link = await open({
      snapshot: async () => ({ updates: [{ v2: whole() }], reach: { epoch: 2, n: 7 } }),
    })
    await link.start()
    expect(last().url).toBe(`ws://test/sync/common.${'b'.repeat(21)}?schema=${SCHEMA_VERSION}&since=2.7`)
    await last().syncs()
    await last().says(encodeReached({ epoch: 2, n: 9 }))
    last().closes(1006)
    pulse.pass(5_000)
    expect(last().url).toContain('since=2.9')
  })

  it('says nothing of how far it has come where it does not know, or something waits in the document', async () => {
    const link = await open()
    await link.start()
    expect(last().url).not.toContain('since')
    await last().syncs()
    const author = filled()
    const before = Y.encodeStateVector(author)
    author.getMap('items').set('kept', false)
    await last().says(encodeUpdate(Y.encodeStateAsUpdate(author, before)), encodeReached({ epoch: 0, n: 5 }))
    expect(link.doc.store.pendingStructs).not.toBeNull()
    last().closes(1006)
    pulse.pass(5_000)
    expect(last().url).not.toContain('since')
  })

  it('has nobody encode the snapshot anew, and everybody hears what comes after it', async () => {
    const heard: Uint8Array[] = []
    const link = await open({ snapshot: async () => ({ updates: [{ v2: whole() }], reach: null }) })
    link.doc.on('update', (update: Uint8Array) => heard.push(update))
    await link.start()
    expect([link.isFilled, heard.length]).toEqual([true, 0])
    await last().syncs()
    write(link, 'mine')
    expect(heard).toHaveLength(1)
    expect(last().types.filter((type) => type === 'update')).toHaveLength(1)
    expect(link.marks.unsaved).toBe(1)
  })

  it('applies the snapshot before it connects, and counts nothing of it as mine', async () => {
    const link = await open({ snapshot: async () => ({ updates: [{ v2: whole() }], reach: null }) })
    await link.start()
    expect(link.isFilled).toBe(true)
    expect(link.marks.unsaved).toBe(0)
    expect(FakeSocket.all).toHaveLength(1)
  })

  it('takes a layer that was never folded, as it lies in the log', async () => {
    const author = new Y.Doc()
    const updates: Uint8Array[] = []
    author.on('update', (update: Uint8Array) => updates.push(update))
    for (const key of ['one', 'two']) author.getMap('items').set(key, true)
    const link = await open({ snapshot: async () => ({ updates, reach: null }) })
    await link.start()
    expect(link.doc.getMap('items').toJSON()).toEqual({ one: true, two: true })
    expect(link.marks.unsaved).toBe(0)
    expect(FakeSocket.all).toHaveLength(1)
  })

  it('takes a snapshot that was cut short for none', async () => {
    const link = await open({
      snapshot: async () => ({ updates: [{ v2: whole().slice(0, 9) }], reach: { epoch: 0, n: 3 } }),
    })
    await link.start()
    expect(FakeSocket.all).toHaveLength(1)
    expect(link.doc.store.pendingStructs).toBeNull()
    expect(last().url).not.toContain('since')
  })

  it('does not ask for it with a recent copy', async () => {
    const asked: string[] = []
    const syncedAt = pulse.wall() - 60_000
    const rows = [Y.encodeStateAsUpdate(filled())]
    const parts = {
      snapshot: async () => {
        asked.push('snapshot')
        return null
      },
      openCopy: (_: unknown, doc: Y.Doc) =>
        LocalCopy.open('x', doc, {
          pulse,
          open: async () => ({
            all: async () => ({ rows, reach: null }),
            append: async () => 1,
            fold: async () => undefined,
            recall: async () => syncedAt,
            remember: async () => undefined,
            close: () => undefined,
          }),
        }),
    }
    const recent = await open(parts)
    await recent.start()
    expect(asked).toEqual([])
    pulse.jump(24 * 3_600_000)
    await (await open(parts)).start()
    expect(asked).toEqual(['snapshot'])
  })

  it('hands cursors on that come in short', async () => {
    const link = await open()
    const heard: unknown[] = []
    link.onCursors((cursors) => heard.push(...cursors))
    await link.start()
    await last().syncs()
    await last().says(encodeCursors([{ client: 9, x: 3, y: -4 }]))
    expect(heard).toEqual([{ client: 9, x: 3, y: -4 }])
  })
})

function filled(): Y.Doc {
  const doc = new Y.Doc()
  doc.getMap('items').set('kept', true)
  return doc
}
