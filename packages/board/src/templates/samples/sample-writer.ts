import { countedIds } from '@second-story/std'
import type { Command } from '../../commands/command.ts'
import type { ProseSection } from '../../commands/prose.ts'
import type { StoredPlace } from '../../commands/schemas.ts'
import type { ItemTypeName } from '../../items/catalogue.ts'
import type { ProseBlock } from '../../prose/blocks.ts'
import type { RelationKind } from '../../relations/kinds.ts'
import { manyBetween } from '../../timeline/between.ts'

/** x, y, width, height in canvas units */
export type Rect = readonly [x: number, y: number, w: number, h: number]

/** More than any sample has; orders are made once, so that adding one item does not move the others. */
const ORDERS = manyBetween(null, null, 200)

/** Writes a sample down by short keys instead of ids; places are said in absolute units. */
export class SampleWriter {
  readonly #commands: Command[] = []
  readonly #ids = new Map<string, string>()
  readonly #places = new Map<string, StoredPlace>()
  readonly #itemId: () => string
  readonly #relationId: () => string

  /** `prefix` keeps the ids of samples apart: a few letters. */
  constructor(prefix: string) {
    this.#itemId = countedIds(`${prefix}i`)
    this.#relationId = countedIds(`${prefix}r`)
  }

  get commands(): readonly Command[] {
    return this.#commands
  }

  /** An item on the map, or, without a place, in lists only. */
  add(
    key: string,
    type: ItemTypeName,
    fields: Readonly<Record<string, unknown>>,
    rect: Rect | null = null,
    within: string | null = null,
  ): void {
    const id = this.#itemId()
    if (this.#ids.has(key)) throw new Error(`two things called ${key}`)
    this.#ids.set(key, id)
    const place = rect ? this.#placeOf(rect, within) : null
    if (rect && place) this.#places.set(key, { ...place, x: rect[0], y: rect[1] })
    this.#commands.push({ do: 'add', id, type, layer: 'common', fields, place })
  }

  connect(from: string, kind: RelationKind, to: string, label = ''): void {
    const id = this.#relationId()
    this.#commands.push({ do: 'connect', id, from: this.#id(from), to: this.#id(to), kind, label })
  }

  prose(section: ProseSection, blocks: readonly ProseBlock[]): void {
    this.#commands.push({ do: 'prose', section, blocks })
  }

  #placeOf([x, y, w, h]: Rect, within: string | null): StoredPlace {
    const order = ORDERS[this.#places.size] ?? ''
    if (within === null) return { x, y, w, h, parent: null, order }
    const parent = this.#places.get(within)
    if (!parent) throw new Error(`nothing called ${within} lies on the map`)
    return { x: x - parent.x, y: y - parent.y, w, h, parent: this.#id(within), order }
  }

  #id(key: string): string {
    const id = this.#ids.get(key)
    if (id === undefined) throw new Error(`nothing is called ${key}`)
    return id
  }
}
