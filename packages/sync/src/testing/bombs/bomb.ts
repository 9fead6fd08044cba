import type { ForgedStruct } from '../forge.ts'
import { forge } from '../forge.ts'

/** For tests: an update that is to be refused, what is there when it comes, and why it is refused. */
export interface Bomb {
  readonly name: string
  readonly here: readonly Uint8Array[]
  readonly update: Uint8Array
  readonly because: string
}

export const times = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i))

/** Structs of client 7, who is new. */
export const alone = (...structs: ForgedStruct[]): Uint8Array => forge([{ client: 7, clock: 0, structs }])

/** Yields one bomb after the other; each is built when it is asked for. */
export type Bombs = () => Bomb[]

export const bomb = (
  name: string,
  because: string,
  update: Uint8Array,
  here: readonly Uint8Array[] = [],
): Bomb => ({
  name,
  here,
  update,
  because,
})
