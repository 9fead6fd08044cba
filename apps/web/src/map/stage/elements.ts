import type { ItemId } from '@second-story/board'
import type { SceneItem } from '../scene/scene.ts'
import type { Light } from './light.ts'

/** The elements of mounted items, moved and dimmed directly: React Flow is told when they rest. */
export class Elements {
  readonly #light: Light
  readonly #all = new Map<ItemId, HTMLElement>()

  constructor(light: Light) {
    this.#light = light
  }

  /** An item was mounted, and is told what it should look like; or it went. */
  meet(id: ItemId, element: HTMLElement | null): void {
    if (!element) {
      this.#all.delete(id)
      return
    }
    this.#all.set(id, element)
    this.#dim(id, element)
  }

  /** Shows an item where the scene has it. */
  move(one: SceneItem): void {
    const element = this.#all.get(one.id)?.parentElement
    if (element) element.style.transform = `translate(${one.x}px,${one.y}px)`
  }

  /** Gives each the light that falls on it now. */
  dress(): void {
    for (const [id, element] of this.#all) this.#dim(id, element)
  }

  #dim(id: ItemId, element: HTMLElement): void {
    element.toggleAttribute('data-dim', this.#light.of(id) < 1)
    const way = this.#light.passes(id)
    element.toggleAttribute('data-goes', way === 'out')
    element.toggleAttribute('data-comes', way === 'in')
  }
}
