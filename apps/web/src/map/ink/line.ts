import { LIMITS, type StrokeShape } from '@second-story/board'
import type { Point } from '../geometry/box.ts'

/** A line while a hand draws it. */
export class Line {
  readonly #look: Pick<StrokeShape, 'kind' | 'colour' | 'width'>
  readonly #pressed: boolean
  /** canvas units: points nearer to each other tell nothing */
  readonly #apart: number
  #points: number[] = []
  #pressures: number[] = []
  /** where the hand is expected to be in the next frame: shown, never kept */
  #ahead: Point | null = null

  /** `pressed`: the device tells how hard; `zoom`: of the view. */
  constructor(look: Pick<StrokeShape, 'kind' | 'colour' | 'width'>, pressed: boolean, zoom: number) {
    this.#look = look
    this.#pressed = pressed
    this.#apart = 0.8 / zoom
  }

  add({ x, y }: Point, pressure: number): void {
    const [lastX, lastY] = this.#points.slice(-2)
    this.#ahead = null
    if (lastX !== undefined && lastY !== undefined && Math.hypot(x - lastX, y - lastY) < this.#apart) return
    this.#points.push(tenth(x), tenth(y))
    this.#pressures.push(pressure)
    if (this.#pressures.length > LIMITS.strokePoints) this.#thin()
  }

  /** A straight line from where it began. */
  straightTo({ x, y }: Point): void {
    this.#points = [...this.#points.slice(0, 2), tenth(x), tenth(y)]
    this.#pressures = [...this.#pressures.slice(0, 1), this.#pressures[0] ?? 0.5]
    this.#ahead = null
  }

  expect(point: Point | null): void {
    this.#ahead = point
  }

  /** What is kept of it. */
  get shape(): StrokeShape {
    return {
      ...this.#look,
      points: [...this.#points],
      pressures: this.#pressed ? [...this.#pressures] : null,
    }
  }

  /** What is shown of it now. */
  get shown(): StrokeShape {
    const { shape } = this
    if (!this.#ahead) return shape
    return {
      ...shape,
      points: [...shape.points, this.#ahead.x, this.#ahead.y],
      pressures: shape.pressures && [...shape.pressures, shape.pressures.at(-1) ?? 0.5],
    }
  }

  // a hand that never lifts: every second point goes, as often as it must
  #thin(): void {
    const count = this.#pressures.length
    const keeps = (i: number): boolean => i % 2 === 0 || i === count - 1
    this.#points = this.#points.filter((_, i) => keeps(i >> 1))
    this.#pressures = this.#pressures.filter((_, i) => keeps(i))
  }
}

function tenth(value: number): number {
  const most = LIMITS.coordinate
  return Math.max(-most, Math.min(most, Math.round(value * 10) / 10 + 0))
}
