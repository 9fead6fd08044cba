import type { Random } from '@second-story/std'
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeUint8,
  writeVarString,
  writeVarUint,
} from 'lib0/encoding'
import type { Update } from '../update/structs.ts'
import { type ForgedSection, type ForgedStruct, forge } from './forge.ts'

type Id = readonly [client: number, clock: number]

const ROOTS = ['items', 'places', 'relations', 'strokes', 'prose', 'meta', 'evil', '']
const KEYS = ['a', 'b', 'text', '', 'k'.repeat(300), '__proto__', 'constructor']

/** For tests: writes updates as an enemy does who knows the format, the layer, and what honest clients send. */
export class Hostile {
  readonly #random: Random
  readonly #next = new Map<number, number>()
  readonly #ids: Id[] = []
  readonly #types: Id[] = []

  constructor(random: Random) {
    this.#random = random
  }

  /** Takes note of what is in the layer now. */
  learn({ sections }: Update): void {
    for (const { client, structs } of sections) {
      for (const { clock, length, isType } of structs) {
        this.#next.set(client, Math.max(this.#next.get(client) ?? 0, clock + length))
        const id = [client, clock + this.#below(length)] as const
        if (this.#ids.length < 5000) this.#ids.push(id)
        else this.#ids[this.#below(5000)] = id
        if (isType) this.#types.push([client, clock])
      }
    }
  }

  #below(n: number): number {
    return Math.floor(this.#random() * n)
  }

  #odds(chance: number): boolean {
    return this.#random() < chance
  }

  #oneOf<T>(list: readonly T[]): T | undefined {
    return list[this.#below(list.length)]
  }

  /** An update under one of `own` clients, or, seldom, of others; `malice` (0 to 1) is how often a part of it is a lie. */
  update(own: readonly number[], malice: number): Uint8Array {
    const sections: ForgedSection[] = []
    for (let n = this.#odds(0.8) ? 1 : this.#below(4); n > 0; n--) {
      const stranger = this.#odds(malice / 4) ? [...this.#next.keys()] : own
      const client = this.#oneOf(stranger) ?? 1
      if (sections.some((section) => section.client === client) && !this.#odds(malice)) continue
      const next = this.#next.get(client) ?? 0
      const clock = this.#odds(malice / 4) ? Math.max(0, next + this.#below(5) - 2) : next
      sections.push({ client, clock, structs: this.#structs(client, clock, own, malice) })
    }
    return forge(sections, this.#odds(0.3) ? this.#deletes(malice) : [])
  }

  #structs(client: number, clock: number, own: readonly number[], malice: number): ForgedStruct[] {
    const structs: ForgedStruct[] = []
    let at = clock
    for (let n = this.#odds(0.1) ? this.#below(60) : 1 + this.#below(4); n > 0; n--) {
      const [struct, length] = this.#struct([client, at], own, malice)
      structs.push(struct)
      at += length
    }
    return structs
  }

  #deletes(malice: number): (readonly [number, number, number])[] {
    return Array.from({ length: 1 + this.#below(this.#odds(0.1) ? 40 : 3) }, () => {
      const [client, clock] = this.#oneOf(this.#ids) ?? [1, 0]
      if (this.#odds(malice / 4)) return [client, clock, 2 ** this.#below(53)] as const
      return [client, clock, 1 + this.#below(Math.min(8, (this.#next.get(client) ?? 1) - clock))] as const
    })
  }

  #id([client, clock]: Id, own: readonly number[], malice: number): Id {
    if (this.#odds(malice / 4)) {
      // itself, what comes after it, what nobody wrote
      return (
        this.#oneOf<Id>([
          [client, clock],
          [client, clock + 1],
          [this.#oneOf(own) ?? 1, 2 ** this.#below(50)],
          [2 ** 40, 0],
        ]) ?? [1, 0]
      )
    }
    if (clock > 0 && this.#odds(0.4)) return [client, clock - 1]
    return this.#oneOf(this.#ids) ?? [client, Math.max(0, clock - 1)]
  }

  #struct(self: Id, own: readonly number[], malice: number): readonly [ForgedStruct, number] {
    if (this.#odds(0.03)) return garbage(1 + this.#below(5))
    if (this.#odds(malice / 20)) return garbage(2 ** this.#below(53))
    const hasLeft = this.#odds(0.5)
    const hasRight = this.#odds(0.3)
    const left = hasLeft ? this.#id(self, own, malice) : null
    const right = hasRight ? this.#id(self, own, malice) : null
    const parent = this.#odds(0.5)
      ? (this.#oneOf(this.#odds(malice / 4) ? this.#ids : this.#types) ?? null)
      : null
    const root = ROOTS[this.#odds(malice / 8) ? this.#below(ROOTS.length) : this.#below(6)] ?? 'items'
    const key = this.#odds(0.6) ? (this.#oneOf(KEYS) ?? 'a') : null
    const [kind, write, length] = this.#content(malice)
    const struct: ForgedStruct = (encoder) => {
      writeUint8(encoder, kind | (left ? 128 : 0) | (right ? 64 : 0) | (key === null ? 0 : 32))
      for (const number of [...(left ?? []), ...(right ?? [])]) writeVarUint(encoder, number)
      if (left === null && right === null) {
        writeVarUint(encoder, parent === null ? 1 : 0)
        if (parent === null) writeVarString(encoder, root)
        else for (const number of parent) writeVarUint(encoder, number)
        if (key !== null) writeVarString(encoder, key)
      }
      write(encoder)
    }
    return [struct, length]
  }

  #content(malice: number): readonly [number, (encoder: Encoder) => void, number] {
    const n = 1 + this.#below(this.#odds(0.05) ? 200 : 4)
    if (this.#odds(malice / 8)) return [this.#below(32), (e) => writeVarUint(e, this.#below(300)), 1]
    switch (this.#below(9)) {
      case 0:
        return [1, (e) => writeVarUint(e, n), n]
      case 1:
        return [2, (e) => this.#texts(e, n, () => this.#json(malice)), n]
      case 2:
        return [3, (e) => writeVarString(e, 'bytes'), 1]
      case 3:
        return [5, (e) => writeVarString(e, this.#json(malice)), 1]
      case 4:
        return [6, (e) => this.#format(e, malice), 1]
      case 5:
      case 6:
        return [7, (e) => this.#type(e, malice), 1]
      case 7:
        return [8, (e) => this.#values(e, n), n]
      default:
        return [4, (e) => writeVarString(e, '😀'.repeat(n)), 2 * n]
    }
  }

  #texts(encoder: Encoder, n: number, make: () => string): void {
    writeVarUint(encoder, n)
    for (let i = 0; i < n; i++) writeVarString(encoder, make())
  }

  #json(malice: number): string {
    if (this.#odds(malice / 4)) return this.#oneOf(['{oops', '[', '', '"\\ud800"', '['.repeat(70)]) ?? ''
    return this.#oneOf(['null', '{"a":[1,2,{"b":"c"}]}', '"text"', '12.5', 'true']) ?? 'null'
  }

  #format(encoder: Encoder, malice: number): void {
    writeVarString(encoder, this.#oneOf(KEYS) ?? 'bold')
    writeVarString(encoder, this.#json(malice))
  }

  #type(encoder: Encoder, malice: number): void {
    const type = this.#below(this.#odds(malice / 8) ? 12 : 7)
    writeVarUint(encoder, type)
    if (type === 3 || type === 5) writeVarString(encoder, this.#oneOf(['paragraph', '', 'script']) ?? '')
  }

  #values(encoder: Encoder, n: number): void {
    writeVarUint(encoder, n)
    for (let i = 0; i < n; i++) writeUint8(encoder, this.#oneOf([120, 121, 126, 127]) ?? 126)
  }

  /** An honest message with some of its bytes changed, taken out or doubled. */
  mutated(honest: Uint8Array): Uint8Array {
    const bytes = honest.slice()
    for (let n = 1 + this.#below(3); n > 0; n--) bytes[this.#below(bytes.length)] = this.#below(256)
    const cut = this.#below(bytes.length)
    if (this.#odds(0.1)) return bytes.slice(0, cut)
    if (this.#odds(0.1))
      return Uint8Array.from([...bytes.slice(0, cut), ...bytes.slice(Math.max(0, cut - 20))])
    return bytes
  }

  /** Bytes of no meaning, some with numbers that end late or never. */
  junk(): Uint8Array {
    const encoder = createEncoder()
    for (let n = this.#below(30); n > 0; n--) writeUint8(encoder, this.#odds(0.3) ? 255 : this.#below(256))
    return toUint8Array(encoder)
  }

  /** A state vector, of what is there or of anything. */
  vector(): Uint8Array {
    const entries = this.#odds(0.5) ? [...this.#next] : this.#ids.slice(0, this.#below(50))
    const encoder = createEncoder()
    writeVarUint(encoder, this.#odds(0.1) ? 2 ** 30 : entries.length)
    for (const [client, clock] of entries) {
      writeVarUint(encoder, client)
      writeVarUint(encoder, this.#odds(0.1) ? 2 ** 52 : clock)
    }
    return toUint8Array(encoder)
  }
}

function garbage(length: number): readonly [ForgedStruct, number] {
  const write: ForgedStruct = (encoder) => {
    writeUint8(encoder, 0)
    writeVarUint(encoder, length)
  }
  return [write, length]
}
