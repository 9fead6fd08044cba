import type { MakeId, Random } from '@second-story/std'
import type { Command } from '../commands/command.ts'
import { parseCommands } from '../commands/parse.ts'
import { ITEM_TYPES, type ItemTypeName } from '../items/catalogue.ts'
import { FACTOR_KINDS } from '../items/factor.ts'
import { MARKS } from '../items/marks.ts'
import { NOTE_COLOURS, NOTE_SIZES } from '../items/note.ts'
import type { LayerName } from '../layers.ts'
import { RELATION_KINDS } from '../relations/kinds.ts'
import { ARROW_LINES, ARROW_SIDES } from '../relations/shape.ts'
import type { BoardSnapshot } from '../snapshot.ts'
import { INK_COLOURS, STROKE_KINDS } from '../strokes/stroke.ts'

type Raw = Record<string, unknown>

const WORDS = ['orders', 'payment', 'the pager fired', 'load rises', 'naïve ☂', '', 'a\nb', 'x'.repeat(180)]

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T
}

/** Commands that fit the board as it is, of every kind there is, one at a time. For property tests. */
export class RandomCommands {
  readonly #random: Random
  readonly #makeId: MakeId
  readonly #layers: readonly LayerName[]

  constructor(random: Random, makeId: MakeId, layers: readonly LayerName[] = ['common']) {
    this.#random = random
    this.#makeId = makeId
    this.#layers = layers
  }

  next(board: BoardSnapshot): readonly Command[] {
    const raw = this.#one(board)
    const parsed = parseCommands(raw ? [raw] : [])
    if (!parsed.ok) throw new Error(`${parsed.refusal.message} ${JSON.stringify(raw)}`)
    return parsed.commands
  }

  #one(board: BoardSnapshot): Raw | null {
    const items = [...board.items.keys()].sort()
    const known = [...items, ...[...board.deleted.keys()].sort()]
    const relations = [...board.relations.keys()].sort()
    const dice = Math.floor(this.#random() * 18)
    if (items.length < 3 || dice < 3) return this.#add(board)
    if (dice < 6) return this.#set(board, pick(this.#random, items))
    if (dice < 9) return this.#place(board, items)
    if (dice === 9) return { do: 'remove', ids: [pick(this.#random, items)] }
    if (dice === 10) return { do: 'restore', ids: [pick(this.#random, known)] }
    if (dice < 13) return this.#connect(board, items)
    if (dice === 13) return this.#put(board, items)
    if (dice === 14) return this.#prose()
    if (dice > 15) return this.#ink(board)
    if (relations.length === 0) return null
    const id = pick(this.#random, relations)
    if (this.#random() < 0.5) return { do: 'disconnect', ids: [id] }
    if (this.#random() < 0.5) return { do: 'amend', id, ...this.#shape() }
    return { do: 'amend', id, kind: pick(this.#random, RELATION_KINDS), label: pick(this.#random, WORDS) }
  }

  #shape(): Raw {
    const shape: Raw = {}
    if (this.#random() < 0.5) shape.line = pick(this.#random, [...ARROW_LINES, null])
    if (this.#random() < 0.5) shape.fromSide = pick(this.#random, [...ARROW_SIDES, null])
    if (this.#random() < 0.5) shape.toSide = pick(this.#random, [...ARROW_SIDES, null])
    if (this.#random() < 0.5) shape.wordsAt = this.#random() < 0.8 ? this.#random() : null
    return shape
  }

  #add(board: BoardSnapshot): Raw {
    const type = pick(this.#random, Object.keys(ITEM_TYPES) as ItemTypeName[])
    const layer = pick(this.#random, this.#layers)
    const place = this.#random() < 0.8 ? this.#aPlace(board, layer) : null
    return { do: 'add', id: this.#makeId(), type, layer, fields: this.#fields(type), place }
  }

  #fields(type: ItemTypeName): Raw {
    const fields: Raw = {}
    const definition = ITEM_TYPES[type]
    fields[definition.words] = pick(this.#random, WORDS)
    if (this.#random() < 0.1) fields.group = pick(this.#random, ['a group', 'another', null])
    if ('notes' in definition.fields && this.#random() < 0.3) fields.notes = pick(this.#random, WORDS)
    if (type === 'factor') {
      fields.kind = pick(this.#random, FACTOR_KINDS)
    }
    if (type === 'event')
      fields.sources =
        this.#random() < 0.5 ? [] : [{ id: 'a', kind: 'log', title: pick(this.#random, WORDS) }]
    if (type === 'bookmark')
      fields.look = this.#random() < 0.5 ? null : { x: -5, y: 9, w: 1 + this.#random(), h: 600 }
    if (type === 'flow')
      fields.steps = ['a', 'b'].map((id) => {
        const order = pick(this.#random, ['a0', 'a1'])
        return { id, order, on: this.#makeId(), words: pick(this.#random, WORDS) }
      })
    if (this.#random() < 0.2) fields.marks = [pick(this.#random, MARKS)]
    if (type === 'note' && this.#random() < 0.5) {
      fields.colour = pick(this.#random, NOTE_COLOURS)
      fields.size = pick(this.#random, NOTE_SIZES)
    }
    if (type === 'question') fields.answered = this.#random() < 0.5
    return fields
  }

  #aPlace(board: BoardSnapshot, layer: LayerName): Raw {
    const number = (most: number): number => Math.floor(this.#random() * most)
    const parents = [...board.items.values()].filter(
      (item) => item.layer === 'common' || item.layer === layer,
    )
    const parent = this.#random() < 0.3 && parents.length > 0 ? pick(this.#random, parents).id : null
    return {
      x: number(2_000) - 1_000,
      y: number(2_000) - 1_000,
      w: 8 + number(300),
      h: 8 + number(300),
      parent,
    }
  }

  #set(
    board: BoardSnapshot,
    id: typeof board.items extends ReadonlyMap<infer K, unknown> ? K : never,
  ): Raw | null {
    const item = board.items.get(id)
    if (!item || item.type === 'plain') return null
    return { do: 'set', id, fields: this.#fields(item.type) }
  }

  #place(board: BoardSnapshot, items: readonly string[]): Raw {
    const places = Array.from({ length: 1 + Math.floor(this.#random() * 3) }, () => {
      const id = pick(this.#random, items)
      const layer = board.items.get(id as never)?.layer ?? 'common'
      const place = this.#random() < 0.9 ? this.#aPlace(board, layer) : null
      return { id, place: place?.parent === id ? { ...place, parent: null } : place }
    })
    const once = new Map(places.map((one) => [one.id, one]))
    return { do: 'place', places: [...once.values()] }
  }

  #connect(_board: BoardSnapshot, items: readonly string[]): Raw {
    return {
      do: 'connect',
      id: this.#makeId(),
      from: pick(this.#random, items),
      to: pick(this.#random, items),
      kind: pick(this.#random, RELATION_KINDS),
      label: pick(this.#random, WORDS),
      ...this.#shape(),
    }
  }

  #put(board: BoardSnapshot, items: readonly string[]): Raw | null {
    const event = items.find((id) => board.items.get(id as never)?.type === 'event')
    if (!event) return null
    const value = this.#random() < 0.7 ? { kind: 'chat', title: pick(this.#random, WORDS) } : null
    return { do: 'put', id: event, field: 'sources', entry: pick(this.#random, ['a', 'b', 'c']), value }
  }

  #ink(board: BoardSnapshot): Raw {
    const drawn = [...board.strokes.keys()].sort()
    const dice = this.#random()
    if (drawn.length > 0 && dice < 0.2) return { do: 'erase', ids: [pick(this.#random, drawn)] }
    if (drawn.length > 0 && dice < 0.4)
      return { do: 'shift', ids: [pick(this.#random, drawn)], x: Math.round(this.#random() * 99) / 10, y: -7 }
    const count = 1 + Math.floor(this.#random() * 8)
    const layer = pick(this.#random, this.#layers)
    return {
      do: 'ink',
      id: this.#makeId(),
      layer,
      kind: pick(this.#random, STROKE_KINDS),
      colour: pick(this.#random, INK_COLOURS),
      points: Array.from({ length: 2 * count }, () => this.#random() * 400 - 200),
      pressures: this.#random() < 0.5 ? null : Array.from({ length: count }, () => this.#random()),
    }
  }

  #prose(): Raw {
    const text = pick(
      this.#random,
      WORDS.filter((words) => words !== ''),
    )
    const blocks = [
      { kind: 'paragraph', runs: [{ text }] },
      { kind: 'list', ordered: false, entries: [[{ kind: 'paragraph', runs: [{ text, bold: true }] }]] },
    ]
    const section = pick(this.#random, ['summary', 'impact'])
    return { do: 'prose', section, blocks: blocks.slice(0, 1 + Math.floor(this.#random() * 2)) }
  }
}
