import type { View } from '../flow/flow-port.ts'
import type { Box } from '../geometry/box.ts'

export const BITMAPS = ['ground', 'still', 'lit', 'moving'] as const
export type BitmapName = (typeof BITMAPS)[number]
type Context = CanvasRenderingContext2D

/** Pixels drawn beyond each edge of the view, shown while it moves. */
const MARGIN = 240
/** Beyond these the bitmaps would look coarse, or waste work. */
const LEAST_SCALE = 0.7
const MOST_SCALE = 1.5

/**
 * Canvases a margin larger than the view. While the view moves they are only shifted and scaled; they are drawn again
 * when they no longer cover or resolve well enough, or at rest.
 */
export class Bitmaps<Name extends string = BitmapName> {
  readonly #box: HTMLElement
  readonly #contexts: Readonly<Record<Name, Context>>
  #size = { w: 0, h: 0 }
  #pixels = 1
  #drawn: View | null = null

  /** `names`: one canvas each, the lowest first */
  constructor(host: HTMLElement, names: readonly Name[]) {
    this.#box = document.createElement('div')
    this.#box.style.cssText = 'position:absolute;left:0;top:0;transform-origin:0 0;will-change:transform'
    host.append(this.#box)
    const make = (name: Name): Context => {
      const canvas = document.createElement('canvas')
      canvas.dataset.bitmap = name
      canvas.style.cssText = 'position:absolute;left:0;top:0'
      this.#box.append(canvas)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('this browser has no 2d canvas')
      return context
    }
    this.#contexts = Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Context>
  }

  canvas(name: Name): HTMLCanvasElement {
    return this.#contexts[name].canvas
  }

  resize(w: number, h: number, pixels: number): void {
    this.#size = { w, h }
    this.#pixels = pixels
    for (const { canvas } of Object.values<Context>(this.#contexts)) {
      canvas.width = Math.round((w + 2 * MARGIN) * pixels)
      canvas.height = Math.round((h + 2 * MARGIN) * pixels)
      canvas.style.width = `${w + 2 * MARGIN}px`
      canvas.style.height = `${h + 2 * MARGIN}px`
    }
    this.#drawn = null
  }

  /** Shows what was drawn where the view is now. `exact`: it needs no drawing; `coarse`: soon; `torn`: at once. */
  shift(view: View): 'exact' | 'coarse' | 'torn' {
    const drawn = this.#drawn
    if (!drawn) return 'torn'
    const scale = view.zoom / drawn.zoom
    const x = view.x - (drawn.x + MARGIN) * scale
    const y = view.y - (drawn.y + MARGIN) * scale
    const right = x + (this.#size.w + 2 * MARGIN) * scale
    const bottom = y + (this.#size.h + 2 * MARGIN) * scale
    const covers = x <= 0 && y <= 0 && right >= this.#size.w && bottom >= this.#size.h
    if (!covers || scale < LEAST_SCALE || scale > MOST_SCALE) return 'torn'
    this.#box.style.transform = `translate(${x}px,${y}px) scale(${scale})`
    return scale === 1 ? 'exact' : 'coarse'
  }

  /** Begins drawing everything for this view. */
  settle(view: View): void {
    this.#drawn = view
    this.#box.style.transform = `translate(${-MARGIN}px,${-MARGIN}px)`
  }

  /** A cleared canvas in board units, and the part of the board it shows. */
  begin(name: Name): { readonly context: Context; readonly area: Box; readonly zoom: number } {
    const context = this.#contexts[name]
    const { x, y, zoom } = this.#drawn ?? { x: 0, y: 0, zoom: 1 }
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, context.canvas.width, context.canvas.height)
    const scale = zoom * this.#pixels
    context.setTransform(scale, 0, 0, scale, (x + MARGIN) * this.#pixels, (y + MARGIN) * this.#pixels)
    context.globalAlpha = 1
    const area = {
      x: (-MARGIN - x) / zoom,
      y: (-MARGIN - y) / zoom,
      w: (this.#size.w + 2 * MARGIN) / zoom,
      h: (this.#size.h + 2 * MARGIN) / zoom,
    }
    return { context, area, zoom }
  }
}
