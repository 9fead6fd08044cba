import { type Applied, apply } from '../commands/apply.ts'
import type { Command } from '../commands/command.ts'
import { commandType } from '../commands/command.ts'
import { describe } from '../commands/invert.ts'
import type { LayerName } from '../layers.ts'
import type { LiveBoard } from '../live/live-board.ts'
import { LayerUndo } from './layer-undo.ts'

/** What undo or redo did, in words for the person. `left` names creations that others have gone on with. */
export interface UndoOutcome {
  readonly words: string
  readonly left: number
}

interface Step {
  words: string
  /** what several runs share that are one step */
  readonly stroke: object | null
  readonly layers: Set<LayerName>
  /** items and relations made in this step, with the layer each lies in */
  readonly items: Map<string, LayerName>
  readonly relations: Map<string, LayerName>
  /** strokes drawn in it: undo takes them away, unless somebody else has moved them since */
  readonly strokes: Map<string, LayerName>
}

function emptyStep(): Step {
  return {
    words: '',
    stroke: null,
    layers: new Set(),
    items: new Map(),
    relations: new Map(),
    strokes: new Map(),
  }
}

/**
 * One person's undo over all layers: steps in the order they were done, whichever layer they went to. Never
 * undoes another's edit. Editors of text bind with `origins.text`, so that letters are in the same list.
 */
export class History {
  /** pass to a document's `transact` (or track an editor's own origin with `track`) */
  readonly origins = { command: { source: 'me', by: 'command' }, text: { source: 'me', by: 'text' } } as const
  readonly #live: LiveBoard
  readonly #now: () => number
  readonly #tracked: Set<unknown>
  readonly #layers = new Map<LayerName, LayerUndo>()
  readonly #heard = new Set<() => void>()
  #past: Step[] = []
  #future: Step[] = []
  #running: Step | null = null

  constructor(live: LiveBoard, now: () => number) {
    this.#live = live
    this.#now = now
    this.#tracked = new Set<unknown>([this.origins.command, this.origins.text])
    for (const [layer, doc] of live.docs) this.addLayer(layer, doc)
  }

  addLayer(layer: LayerName, doc: ConstructorParameters<typeof LayerUndo>[0]): void {
    if (layer === 'conduct') return
    this.#layers.get(layer)?.close()
    this.#layers.set(layer, new LayerUndo(doc, this.#tracked, () => this.#added(layer)))
  }

  removeLayer(layer: LayerName): void {
    this.#layers.get(layer)?.close()
    this.#layers.delete(layer)
    this.clear()
  }

  /** Edits with this origin (an editor's plugin) count as typing of this person. */
  track(origin: unknown): void {
    this.#tracked.add(origin)
  }

  /**
   * Applies commands as one step. `words` replaces the description ("imported 15 components"). Runs that follow each
   * other with the same `stroke` (a drag that is written now and then) are one step, described by its first words.
   */
  run(commands: readonly Command[], words?: string, stroke: object | null = null): Applied {
    const before = this.#live.snapshot
    const step: Step = { ...emptyStep(), stroke }
    this.#pause()
    this.#running = step
    let applied: Applied
    try {
      applied = apply(this.#live.docs, commands, { now: this.#now(), origin: this.origins.command })
    } finally {
      this.#running = null
      this.#pause()
    }
    if (!applied.ok || step.layers.size === 0) return applied
    step.words = words ?? describe(commands, before)
    this.#note(step, commands)
    const last = this.#past.at(-1)
    if (stroke && last?.stroke === stroke) this.#join(last, step)
    else this.#past.push(step)
    this.#future = []
    this.#tell()
    return applied
  }

  /** Takes back what a stroke has done so far, as if it had never begun; nothing when it is not the newest step. */
  giveUp(stroke: object): void {
    if (this.#past.at(-1)?.stroke !== stroke) return
    this.undo()
    this.#future.pop()
    this.#tell()
  }

  get canUndo(): string | null {
    return this.#past.at(-1)?.words ?? null
  }

  get canRedo(): string | null {
    return this.#future.at(-1)?.words ?? null
  }

  undo(): UndoOutcome | null {
    this.#pause()
    const step = this.#past.pop()
    if (!step) return null
    const made = [...step.items, ...step.relations]
    const left = made.filter(([id, layer]) => this.#layers.get(layer)?.touchedByOthers(id))
    const stays = new Set(left.map(([id]) => id))
    const moved = [...step.strokes].filter(([id, layer]) => this.#layers.get(layer)?.movedByOthers(id)).length
    const kept = new Set(made.map(([id]) => id))
    for (const layer of [...step.layers]) {
      if (!this.#layers.get(layer)?.undo(kept)) step.layers.delete(layer)
    }
    for (const id of stays) {
      step.items.delete(id)
      step.relations.delete(id)
    }
    this.#markUndone(step, this.#now())
    if (step.layers.size + step.items.size + step.relations.size > 0) this.#future.push(step)
    this.#tell()
    return { words: step.words, left: stays.size + moved }
  }

  redo(): UndoOutcome | null {
    this.#pause()
    const step = this.#future.pop()
    if (!step) return null
    const kept = new Set([...step.items.keys(), ...step.relations.keys()])
    this.#markUndone(step, null)
    for (const layer of [...step.layers]) {
      if (!this.#layers.get(layer)?.redo(kept)) step.layers.delete(layer)
    }
    this.#past.push(step)
    this.#tell()
    return { words: step.words, left: 0 }
  }

  /** Undo stops here: after a reveal nothing before it can be taken back. */
  clear(): void {
    for (const layer of this.#layers.values()) layer.clear()
    this.#past = []
    this.#future = []
    this.#tell()
  }

  /** Hears that undo or redo became possible or impossible; returns its own undo. */
  subscribe(heard: () => void): () => void {
    this.#heard.add(heard)
    return () => this.#heard.delete(heard)
  }

  close(): void {
    for (const layer of this.#layers.values()) layer.close()
    this.#layers.clear()
    this.#heard.clear()
  }

  #added(layer: LayerName): void {
    if (this.#running) {
      this.#running.layers.add(layer)
      return
    }
    const layers = new Set([layer])
    this.#past.push({ ...emptyStep(), words: 'typing', layers })
    if (this.#future.length > 0) this.#future = []
    this.#tell()
  }

  #join(last: Step, step: Step): void {
    for (const layer of step.layers) {
      if (last.layers.has(layer)) this.#layers.get(layer)?.joinNewest()
      last.layers.add(layer)
    }
    for (const [id, layer] of step.items) last.items.set(id, layer)
    for (const [id, layer] of step.relations) last.relations.set(id, layer)
    for (const [id, layer] of step.strokes) last.strokes.set(id, layer)
  }

  #note(step: Step, commands: readonly Command[]): void {
    const at = { docs: this.#live.docs, now: 0, coming: new Map(), comingTypes: new Map() }
    for (const command of commands) {
      if (command.do !== 'add' && command.do !== 'connect' && command.do !== 'ink') continue
      const [layer] = commandType(command.do).layers(command, at)
      if (!layer) continue
      if (command.do === 'add') step.items.set(command.id, layer)
      else if (command.do === 'ink') step.strokes.set(command.id, layer)
      else step.relations.set(command.id, layer)
    }
  }

  // what was made is hidden, not erased: others may be typing into it
  #markUndone(step: Step, at: number | null): void {
    const made = [...step.items, ...step.relations]
    for (const [layer, undo] of this.#layers) {
      const ids = made.flatMap(([id, where]) => (where === layer ? [id] : []))
      if (ids.length > 0) undo.markUndone(ids, at)
    }
  }

  #pause(): void {
    for (const layer of this.#layers.values()) layer.pause()
  }

  #tell(): void {
    for (const heard of [...this.#heard]) heard()
  }
}
