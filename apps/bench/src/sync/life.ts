import { apply, itemsOf, parseCommands } from '@second-story/board'
import { type Random, seededRandom } from '@second-story/std'
import * as Y from 'yjs'
import { clientOf } from '../load/yjs-dialect.ts'
import { benchId, makeBoard } from '../make-board.ts'

const AUTHORS = 20
/** so many changes are made by one person before it is another's turn */
const TURN = 20
/** a text that has grown this long is shortened by whoever comes next */
const LONG_TEXT = 200

/**
 * A board that twenty people change for a long time: of ten changes four are moves, two new names, three letters typed one after the
 * other, and one takes something away: letters, or a whole item, which comes back later. The same for the same numbers.
 */
export class Life {
  readonly doc = new Y.Doc()
  readonly #items: number
  readonly #random: Random = seededRandom(23)
  #turns = 0

  constructor(items: number) {
    this.#items = items
  }

  /** Puts the items there, five hundred at a time; the people who do so are other clients than those who change them. */
  *begin(): Generator<void> {
    const commands = makeBoard(this.#items).slice(0, this.#items)
    for (let i = 0; i < commands.length; i += 500) {
      this.doc.clientID = clientOf(0) + 1
      const parsed = parseCommands(commands.slice(i, i + 500))
      if (!parsed.ok) throw new Error(parsed.refusal.message)
      apply(new Map([['common', this.doc]]), parsed.commands, { now: 0, origin: 'bench' })
      yield
    }
  }

  /** One person's turn. */
  turn(): void {
    this.doc.clientID = clientOf(0) + 2 + (this.#turns++ % AUTHORS)
    const kind = this.#below(10)
    const text = kind >= 6 ? this.#text() : null
    for (let n = 0; n < TURN; n++) {
      if (kind < 4) this.#move()
      else if (kind < 6) this.#item().set('name', `renamed ${this.#turns * TURN + n}`)
      else if (kind < 9 && text) text.insert(text.length, 'a story'[n % 7] ?? ' ')
      else if (text && text.length > 0) text.delete(text.length - 1, 1)
      else this.#takeAway()
    }
  }

  static readonly turnLength = TURN

  #below(n: number): number {
    return Math.floor(this.#random() * n)
  }

  #id(): string {
    return benchId('n', this.#below(this.#items))
  }

  #item(): Y.Map<unknown> {
    return itemsOf(this.doc).get(this.#id()) as Y.Map<unknown>
  }

  #text(): Y.Text | null {
    const text = this.#item().get('notes')
    if (!(text instanceof Y.Text)) return null
    if (text.length > LONG_TEXT) text.delete(0, text.length)
    return text
  }

  #move(): void {
    const [x, y] = [this.#below(20_000), this.#below(9_000)]
    this.doc.getMap('places').set(this.#id(), { x, y, w: 144, h: 56, parent: null, order: 'a0' })
  }

  #takeAway(): void {
    const item = this.#item()
    if (item.has('deleted')) item.delete('deleted')
    else item.set('deleted', this.#turns)
  }
}
