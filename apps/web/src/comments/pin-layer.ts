import type { ItemId } from '@second-story/board'
import type { View } from '../map/flow/flow-port.ts'
import { type Cluster, clustersOf, type PinSpot } from './cluster.ts'

/** One thread on the map. */
export interface Pin {
  readonly id: string
  readonly item: ItemId | null
  /** where it stands when nothing of the item is on the map, in canvas units */
  readonly place: { readonly x: number; readonly y: number } | null
  /** comments in it */
  readonly count: number
  readonly look: 'plain' | 'unseen' | 'waiting' | 'resolved'
  readonly isOpen: boolean
}

/** Where an item is shown now, a hand that holds it included. */
export type Corner = (
  item: ItemId,
) => { readonly x: number; readonly y: number; readonly w: number } | undefined

/** The pins over the map: one element each, moved by transform outside React; a pan moves all of them at once. */
export class PinLayer {
  readonly #host: HTMLElement
  readonly #pressed: (ids: readonly string[]) => void
  readonly #shown = new Map<string, HTMLButtonElement>()
  #pins: readonly Pin[] = []
  #byId = new Map<string, Pin>()
  /** what was drawn last; null: it is to be drawn anew */
  #key: string | null = null

  constructor(host: HTMLElement, pressed: (ids: readonly string[]) => void) {
    this.#host = host
    this.#pressed = pressed
  }

  set(pins: readonly Pin[]): void {
    this.#pins = pins
    this.#byId = new Map(pins.map((pin) => [pin.id, pin]))
    this.#key = null
  }

  /** Once a frame. */
  put(view: View, corner: Corner): void {
    this.#host.style.transform = `translate(${view.x.toFixed(1)}px,${view.y.toFixed(1)}px)`
    if (this.#pins.length === 0 && this.#shown.size === 0) return
    const spots = this.#pins.flatMap((pin): PinSpot[] => {
      const at = spotOf(pin, corner)
      return at ? [{ id: pin.id, x: at.x * view.zoom, y: at.y * view.zoom }] : []
    })
    const key = spots.map(({ id, x, y }) => `${id} ${x.toFixed(1)} ${y.toFixed(1)}`).join('|')
    if (key === this.#key) return
    this.#key = key
    this.#draw(clustersOf(spots))
  }

  close(): void {
    for (const element of this.#shown.values()) element.remove()
    this.#shown.clear()
  }

  #draw(clusters: readonly Cluster[]): void {
    const here = new Set<string>()
    for (const { ids, x, y } of clusters) {
      const [first = ''] = ids
      here.add(first)
      const known = this.#shown.get(first)
      const element = known ?? made()
      if (!known) {
        this.#shown.set(first, element)
        this.#host.append(element)
      }
      element.onclick = () => this.#pressed(ids)
      const pins = ids.flatMap((id) => this.#byId.get(id) ?? [])
      const count = ids.length > 1 ? ids.length : (pins[0]?.count ?? 1)
      const words = count > 1 ? String(count) : ''
      if (element.textContent !== words) element.textContent = words
      element.dataset.pin = ids.join(' ')
      element.dataset.look = pins.find(({ look }) => look === 'unseen')?.look ?? pins[0]?.look ?? 'plain'
      element.toggleAttribute('data-many', ids.length > 1)
      element.toggleAttribute(
        'data-open',
        pins.some(({ isOpen }) => isOpen),
      )
      element.style.transform = `translate(${x.toFixed(1)}px,${y.toFixed(1)}px) translateY(-100%)`
    }
    for (const [id, element] of this.#shown) {
      if (here.has(id)) continue
      element.remove()
      this.#shown.delete(id)
    }
  }
}

/** Where a pin stands on the board. */
export function spotOf(
  pin: Pick<Pin, 'item' | 'place'>,
  corner: Corner,
): { readonly x: number; readonly y: number } | null {
  const box = pin.item ? corner(pin.item) : undefined
  return box ? { x: box.x + box.w, y: box.y } : pin.place
}

function made(): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  // the list that nobody sees is what the keyboard and a screen reader walk
  element.tabIndex = -1
  element.dataset.overMap = ''
  return element
}
