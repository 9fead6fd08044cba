import type { ItemId } from '@second-story/board'
import type { Drawing } from '@second-story/picture'
import type { Gallery } from '../drawing/gallery.ts'
import type { Mount } from '../flow/flow-port.ts'
import { type Box, grow, overlaps } from '../geometry/box.ts'
import type { Scene, SceneItem } from '../scene/scene.ts'

/** Mounted in one frame, at most. */
const CHUNK = 24
/** How far around the view things are mounted, and how far they stay, in parts of its size. */
const NEAR = 0.12
const KEEP = 0.4

/** What is mounted of a scene: what is near the view, a chunk a frame, each entry kept while nothing about it changes. */
export class Mounted {
  readonly #scene: Scene
  readonly #gallery: Gallery
  readonly #mounts = new Map<ItemId, Mount>()
  #changed = false
  #listed: readonly Mount[] = []

  constructor(scene: Scene, gallery: Gallery) {
    this.#scene = scene
    this.#gallery = gallery
  }

  has(id: ItemId): boolean {
    return this.#mounts.has(id)
  }

  /** The item changed: its entry is made anew, if it is still there; under a hand only where its size changes. */
  renew(id: ItemId, sized = false): void {
    if (!this.#mounts.has(id)) return
    const one = this.#scene.items.get(id)
    if (!one || one.container) this.#mounts.delete(id)
    else if (!one.held || sized) this.#mounts.set(id, this.#make(one))
    this.#changed = true
  }

  /** One step towards what should be mounted for `area` (null: nothing). `list` is null when nothing changed. */
  step(
    area: Box | null,
    busy: (one: SceneItem) => boolean,
  ): { list: readonly Mount[] | null; more: boolean } {
    let more = false
    if (area) {
      const near = grow(area, Math.max(area.w, area.h) * NEAR)
      const keep = grow(area, Math.max(area.w, area.h) * KEEP)
      let added = 0
      let rank = 0
      for (const one of this.#scene.painted()) {
        rank++
        if (one.container) continue
        const mounted = this.#mounts.has(one.id)
        if (mounted && !overlaps(one, keep) && !busy(one)) {
          this.#mounts.delete(one.id)
          this.#changed = true
        } else if (!mounted && overlaps(one, near)) {
          if (added >= CHUNK) {
            more = true
            continue
          }
          this.#mounts.set(one.id, this.#make(one))
          this.#changed = true
          added++
        } else if (mounted && this.#mounts.get(one.id)?.z !== rank) {
          const was = this.#mounts.get(one.id)
          if (was) this.#mounts.set(one.id, { ...was, z: rank })
          this.#changed = true
        }
      }
    }
    if (!this.#changed) return { list: null, more }
    this.#changed = false
    this.#listed = [...this.#mounts.values()]
    return { list: this.#listed, more }
  }

  #make(one: SceneItem): Mount {
    const drawing: Drawing = this.#gallery.drawing(one)
    const z = this.#scene.painted().indexOf(one) + 1
    return { id: one.id, box: { x: one.x, y: one.y, w: one.w, h: one.h }, z, data: drawing }
  }
}
