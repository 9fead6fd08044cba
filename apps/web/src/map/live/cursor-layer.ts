import type { Person } from '../../presence/people.ts'
import type { View } from '../flow/flow-port.ts'

const ARROW = 'M2 1.5L15.5 8.2L9.3 9.9L6.6 15.8Z'
const SVG = 'http://www.w3.org/2000/svg'

/** Other people's cursors: one element each, moved by transform, outside React. */
export class CursorLayer {
  readonly #host: HTMLElement
  readonly #shown = new Map<number, { readonly element: HTMLElement; x: number; y: number }>()
  #view: View = { x: 0, y: 0, zoom: 1 }

  constructor(host: HTMLElement) {
    this.#host = host
  }

  show(people: readonly Person[]): void {
    const here = new Set<number>()
    for (const person of people) {
      if (!person.cursor) continue
      here.add(person.key)
      let held = this.#shown.get(person.key)
      if (!held) {
        held = { element: made(person), x: 0, y: 0 }
        this.#shown.set(person.key, held)
        this.#host.append(held.element)
      }
      held.x = person.cursor.x
      held.y = person.cursor.y
      this.#put(held)
    }
    for (const [key, { element }] of this.#shown) {
      if (here.has(key)) continue
      element.remove()
      this.#shown.delete(key)
    }
  }

  view(view: View): void {
    this.#view = view
    for (const held of this.#shown.values()) this.#put(held)
  }

  close(): void {
    for (const { element } of this.#shown.values()) element.remove()
    this.#shown.clear()
  }

  #put({ element, x, y }: { readonly element: HTMLElement; readonly x: number; readonly y: number }): void {
    const { zoom } = this.#view
    element.style.transform = `translate(${(x * zoom + this.#view.x).toFixed(1)}px,${(y * zoom + this.#view.y).toFixed(1)}px)`
  }
}

function made(person: Person): HTMLElement {
  const element = document.createElement('div')
  element.dataset.cursor = person.name
  element.style.setProperty('--c', `var(--who-${person.colour})`)
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 18 18')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', ARROW)
  svg.append(path)
  const name = document.createElement('span')
  name.textContent = person.name
  element.append(svg, name)
  return element
}
