import { benchId, makeBoard } from '../make-board.ts'

export interface Box {
  readonly id: string
  readonly label: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** The same board for all: ours gets the commands, a peer the boxes and arrows. Board units. */
export interface BenchBoard {
  readonly commands: readonly unknown[]
  readonly items: readonly Box[]
  readonly arrows: readonly { readonly id: string; readonly from: string; readonly to: string }[]
  readonly middle: { readonly x: number; readonly y: number }
  /** the ids nearest to the middle first */
  readonly central: readonly string[]
}

interface AddCommand {
  readonly do: 'add'
  readonly id: string
  readonly fields: { readonly name: string }
  readonly place: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
}
interface ConnectCommand {
  readonly do: 'connect'
  readonly id: string
  readonly from: string
  readonly to: string
}

/** `n` components with 1.3 arrows each. */
export function benchBoard(n: number): BenchBoard {
  const commands = makeBoard(n) as readonly (AddCommand | ConnectCommand)[]
  const items = commands.flatMap((one) =>
    one.do === 'add' ? [{ id: one.id, label: one.fields.name, ...one.place }] : [],
  )
  const arrows = commands.flatMap((one) =>
    one.do === 'connect' ? [{ id: one.id, from: one.from, to: one.to }] : [],
  )
  const middle = {
    x: Math.max(...items.map((box) => box.x + box.w)) / 2,
    y: Math.max(...items.map((box) => box.y + box.h)) / 2,
  }
  const far = ({ x, y, w, h }: Box): number => Math.hypot(x + w / 2 - middle.x, (y + h / 2 - middle.y) * 1.6)
  const central = [...items].sort((a, b) => far(a) - far(b)).map((box) => box.id)
  return { commands, items, arrows, middle, central }
}

export { benchId }
