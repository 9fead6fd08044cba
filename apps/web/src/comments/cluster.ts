/** A pin on the screen, in pixels. */
export interface PinSpot {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** Pins so near each other that they would cover each other are one mark. */
export interface Cluster {
  readonly x: number
  readonly y: number
  readonly ids: readonly string[]
}

/** Pixels between the middles of two marks at least. */
export const NEAR = 28

/** In the order given: the first of a cluster says where it stands. */
export function clustersOf(pins: readonly PinSpot[]): readonly Cluster[] {
  const out: { x: number; y: number; ids: string[] }[] = []
  const cells = new Map<string, (typeof out)[number][]>()
  for (const { id, x, y } of pins) {
    const [cx, cy] = [Math.floor(x / NEAR), Math.floor(y / NEAR)]
    const near = around(cx, cy).flatMap((key) => cells.get(key) ?? [])
    const known = near.find((one) => Math.hypot(one.x - x, one.y - y) < NEAR)
    if (known) {
      known.ids.push(id)
      continue
    }
    const made = { x, y, ids: [id] }
    out.push(made)
    const key = `${cx} ${cy}`
    cells.set(key, [...(cells.get(key) ?? []), made])
  }
  return out
}

function around(cx: number, cy: number): string[] {
  const steps = [-1, 0, 1]
  return steps.flatMap((dx) => steps.map((dy) => `${cx + dx} ${cy + dy}`))
}
