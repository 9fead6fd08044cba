import {
  type Applied,
  type Command,
  History,
  type ItemId,
  itemMap,
  type LayerName,
  LiveBoard,
  parseCommands,
  proseOf,
  type Round,
} from '@second-story/board'
import { mayFacilitate, mayWrite } from '@second-story/protocol'
import { type MakeId, randomId } from '@second-story/std'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { People } from '../presence/people.ts'
import { toast } from '../ui/toast.ts'
import type { BoardSession, Kept, Me, Saved } from './board-session.ts'
import type { Cell } from './cell.ts'

/** What differs between a real board and a sample. */
export interface BoardParts {
  readonly board: string
  readonly sample: string | null
  readonly me: Cell<Me>
  readonly people: People
  readonly awareness: Awareness | null
  readonly saved: Cell<Saved>
  readonly ready: Cell<boolean>
  readonly copy: Cell<Kept>
  readonly docs: ReadonlyMap<LayerName, Y.Doc>
  readonly now: () => number
  readonly conduct: BoardSession['conduct']
  readonly startOver: (() => Promise<void>) | null
  readonly retry: () => void
  readonly forget: () => Promise<void>
  readonly close: () => void
}

/** The part of a session that does not care where the documents come from. */
export class OpenBoard implements BoardSession {
  readonly board: string
  readonly sample: string | null
  readonly me: Cell<Me>
  readonly people: People
  readonly awareness: Awareness | null
  readonly saved: Cell<Saved>
  readonly ready: Cell<boolean>
  readonly copy: Cell<Kept>
  readonly live: LiveBoard
  readonly history: History
  readonly makeId: MakeId = randomId
  readonly startOver: (() => Promise<void>) | null
  readonly #parts: BoardParts
  readonly #stopWatching: () => void

  constructor(parts: BoardParts) {
    this.#parts = parts
    this.board = parts.board
    this.sample = parts.sample
    this.me = parts.me
    this.people = parts.people
    this.awareness = parts.awareness
    this.saved = parts.saved
    this.ready = parts.ready
    this.copy = parts.copy
    this.startOver = parts.startOver
    this.live = new LiveBoard(parts.docs, onNextFrame)
    this.history = new History(this.live, parts.now)
    this.#stopWatching = watchReveals(this.live, () => this.history.clear())
  }

  now(): number {
    return this.#parts.now()
  }

  run(commands: readonly Command[], words?: string, stroke?: object): Applied {
    const refused = this.#refusal()
    if (refused) {
      toast(refused, { tone: 'error' })
      return { ok: false, index: 0, refusal: { id: 'no-layer', message: refused } }
    }
    const applied = this.history.run(commands, words, stroke)
    if (!applied.ok) toast(applied.refusal.message, { tone: 'error' })
    return applied
  }

  do(commands: readonly unknown[], words?: string, stroke?: object): Applied {
    const parsed = parseCommands(commands)
    if (parsed.ok) return this.run(parsed.commands, words, stroke)
    toast(parsed.refusal.message, { tone: 'error' })
    return parsed
  }

  undo(): void {
    const done = this.history.undo()
    if (!done) {
      toast('There is nothing to undo.', { key: 'history' })
      return
    }
    const left = done.left > 0 ? ' Others have gone on with it, so it stays.' : ''
    toast(`Undid: ${done.words}.${left}`, {
      key: 'history',
      action: { label: 'Redo', onPress: () => this.redo() },
    })
  }

  redo(): void {
    const done = this.history.redo()
    if (!done) {
      toast('There is nothing to redo.', { key: 'history' })
      return
    }
    toast(`Did again: ${done.words}.`, { key: 'history' })
  }

  mayWrite(): boolean {
    return this.#refusal() === null
  }

  mayFacilitate(): boolean {
    return this.sample === null && mayFacilitate(this.me.get().role)
  }

  layer(name: LayerName): Y.Doc | undefined {
    return this.live.docs.get(name)
  }

  text(id: ItemId, field: 'text' | 'notes'): Y.Text | null {
    const layer = this.live.snapshot.items.get(id)?.layer
    const doc = layer && this.layer(layer)
    const text = doc && itemMap(doc, id)?.get(field)
    return text instanceof Y.Text ? text : null
  }

  prose(section: string): Y.XmlFragment | null {
    const doc = this.layer('common')
    const fragment = doc && proseOf(doc).get(section)
    return fragment instanceof Y.XmlFragment ? fragment : null
  }

  conduct(change: Parameters<BoardSession['conduct']>[0]): Promise<void> {
    return this.#parts.conduct(change)
  }

  /** A layer that this person may read from now on. */
  addLayer(layer: LayerName, doc: Y.Doc): void {
    this.live.addLayer(layer, doc)
    this.history.addLayer(layer, doc)
  }

  removeLayer(layer: LayerName): void {
    this.live.removeLayer(layer)
    this.history.removeLayer(layer)
  }

  retry(): void {
    this.#parts.retry()
  }

  forget(): Promise<void> {
    return this.#parts.forget()
  }

  close(): void {
    this.#stopWatching()
    this.history.close()
    this.live.close()
    this.#parts.close()
  }

  /** Why nothing can be written now, in words; null when it can. */
  #refusal(): string | null {
    if (this.live.snapshot.newer) return 'A newer version wrote this board. Reload the page to change it.'
    const stopped = this.saved.get().state === 'stopped'
    if (stopped) return 'This page is no longer connected; nothing was changed.'
    if (!mayWrite('common', this.me.get().role, true)) return 'You are looking on: nothing was changed.'
    return null
  }
}

/** Undo stops at a reveal: what was shown to everybody is not taken back. */
function watchReveals(live: LiveBoard, shown: () => void): () => void {
  const states = (): Map<string, Round['state']> =>
    new Map(live.snapshot.conduct.rounds.map((round) => [round.id, round.state]))
  let before = states()
  return live.subscribe((change) => {
    if (!change.conduct) return
    const now = states()
    const revealed = [...now].some(([id, state]) => state === 'shown' && before.get(id) === 'writing')
    before = now
    if (revealed) shown()
  })
}

/** Once a frame while the page is seen; soon anyway while it is not (frames stand still there). */
function onNextFrame(work: () => void): void {
  let done = false
  const once = (): void => {
    if (done) return
    done = true
    work()
  }
  requestAnimationFrame(once)
  setTimeout(once, 120)
}
