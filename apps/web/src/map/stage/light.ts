import type { ItemId } from '@second-story/board'
import { areaOf } from '../scene/area.ts'
import { isShown, type Lit } from '../scene/neighbours.ts'
import type { Scene, SceneArrow, SceneItem } from '../scene/scene.ts'

const DIM = 0.3
export const FADE_MS = 220

interface Passing {
  readonly ids: ReadonlySet<string>
  readonly way: 'in' | 'out'
  readonly from: number
}

/** What of a scene is bright: everything, one of the two areas, or what is lit, as it fades in and out. */
export class Light {
  readonly #scene: Scene
  #lit: Lit | null = null
  #shown: 'system' | 'both' | 'factors' = 'both'
  #fadeFrom: number | null = null
  #passing: Passing | null = null

  constructor(scene: Scene) {
    this.#scene = scene
  }

  get lit(): Lit | null {
    return this.#lit
  }

  /** How bright all that is not lit is, as a whole. */
  get ofTheRest(): number {
    return this.#lit ? DIM : 1
  }

  /** What stays bright; null: everything. `now` in ms. */
  set(lit: Lit | null, now: number): void {
    if ((this.#lit !== null) !== (lit !== null)) this.#fadeFrom = now
    this.#lit = lit
  }

  show(shown: 'system' | 'both' | 'factors'): void {
    this.#shown = shown
  }

  of(id: ItemId): number {
    if (this.#lit) return this.#lit.items.has(id) ? 1 : DIM
    const one = this.#scene.items.get(id)
    return one && !isShown(areaOf(one.item), this.#shown) ? DIM : 1
  }

  ofArrow({ from, to }: SceneArrow): number {
    return Math.min(this.of(from.id), this.of(to.id))
  }

  /** On the way to `of`: containers are painted, not composited, so that their fade is drawn. */
  fading(id: ItemId, now: number): number {
    const target = this.of(id)
    if (this.#fadeFrom === null || (this.#lit !== null && target === 1)) return target
    const t = Math.min(1, (now - this.#fadeFrom) / FADE_MS)
    const before = this.#lit ? 1 : DIM
    return before + ((this.#lit ? target : 1) - before) * t
  }

  /** True while something fades: the containers are to be drawn again. */
  goesOn(now: number): boolean {
    if (this.#fadeFrom === null) return false
    if (now - this.#fadeFrom > FADE_MS) this.#fadeFrom = null
    return true
  }

  /** These go away, or have just come: for a moment they are on the way between. `now` in ms. */
  pass(ids: ReadonlySet<string>, way: Passing['way'], now: number): void {
    this.#passing = ids.size === 0 ? null : { ids, way, from: now }
  }

  /** On the way out or in. */
  passes(id: string): Passing['way'] | null {
    return this.#passing?.ids.has(id) ? this.#passing.way : null
  }

  /** How much is there of something that comes or goes; 1 for all else. */
  presence(id: string, now: number): number {
    if (!this.#passing?.ids.has(id)) return 1
    const t = Math.min(1, Math.max(0, (now - this.#passing.from) / FADE_MS))
    return this.#passing.way === 'out' ? 1 - t : t
  }

  presenceOfArrow({ id, from, to }: SceneArrow, now: number): number {
    if (!this.#passing) return 1
    return Math.min(this.presence(id, now), this.presence(from.id, now), this.presence(to.id, now))
  }

  /** True while something comes or goes: all is to be drawn again. What has gone stays so until the scene is without it. */
  passesOn(now: number): boolean {
    if (!this.#passing) return false
    if (this.#passing.way === 'in' && now - this.#passing.from > FADE_MS) this.#passing = null
    return true
  }

  hasArrow(one: SceneArrow): boolean {
    return this.#lit?.relations.has(one.id) ?? false
  }

  hasItem(one: SceneItem): boolean {
    return this.#lit?.items.has(one.id) ?? false
  }
}
