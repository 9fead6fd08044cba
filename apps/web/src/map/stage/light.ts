import type { ItemId } from '@second-story/board'
import { areaOf } from '../scene/area.ts'
import { isShown, type Lit } from '../scene/neighbours.ts'
import type { Scene, SceneArrow, SceneItem } from '../scene/scene.ts'

const DIM = 0.3
const FADE_MS = 220

/** What of a scene is bright: everything, one of the two areas, or what is lit, as it fades in and out. */
export class Light {
  readonly #scene: Scene
  #lit: Lit | null = null
  #shown: 'system' | 'both' | 'factors' = 'both'
  #fadeFrom: number | null = null

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

  hasArrow(one: SceneArrow): boolean {
    return this.#lit?.relations.has(one.id) ?? false
  }

  hasItem(one: SceneItem): boolean {
    return this.#lit?.items.has(one.id) ?? false
  }
}
