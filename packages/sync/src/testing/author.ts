import type { Random } from '@second-story/std'
import * as Y from 'yjs'

/** For tests: somebody who edits a board's document at random, and can undo. */
export class Author {
  readonly doc: Y.Doc
  readonly #random: Random
  readonly #undo: Y.UndoManager

  constructor(client: number, random: Random) {
    this.doc = new Y.Doc()
    this.doc.clientID = client
    this.#random = random
    const roots = ['items', 'places', 'prose'].map((name) => this.doc.getMap(name))
    this.#undo = new Y.UndoManager(roots, { captureTimeout: 0, trackedOrigins: new Set(['mine']) })
  }

  #below(n: number): number {
    return Math.floor(this.#random() * n)
  }

  /** One edit, of any kind that the product makes. */
  edit(): void {
    if (this.#below(8) === 0) this.#undo.undo()
    else if (this.#below(12) === 0) this.#undo.redo()
    else this.doc.transact(() => this.#write(), 'mine')
  }

  #write(): void {
    const items = this.doc.getMap('items')
    const keys = [...items.keys()].sort()
    const key = keys[this.#below(keys.length)]
    const item = key === undefined ? undefined : items.get(key)
    const text = item instanceof Y.Map ? item.get('text') : undefined
    switch (this.#below(7)) {
      case 0:
      case 1:
        items.set(`k${this.#below(20)}`, this.#note())
        return
      case 2:
        if (key !== undefined) items.delete(key)
        return
      case 3:
        if (text instanceof Y.Text) text.insert(between(text, this.#below(text.length + 1)), 'äbc😀')
        return
      case 4:
        if (text instanceof Y.Text && text.length > 3) {
          const from = between(text, this.#below(text.length - 2))
          text.delete(from, between(text, from + 2) - from)
        }
        return
      case 5:
        this.doc.getMap('places').set(`k${this.#below(20)}`, { x: this.#random(), y: -3, parent: null })
        return
      default:
        this.#writeProse()
    }
  }

  #note(): Y.Map<unknown> {
    const note = new Y.Map<unknown>()
    note.set('type', 'note')
    note.set('text', new Y.Text('hello'))
    return note
  }

  #writeProse(): void {
    const prose = this.doc.getMap('prose')
    if (!prose.has('summary')) prose.set('summary', new Y.XmlFragment())
    const summary = prose.get('summary')
    if (!(summary instanceof Y.XmlFragment)) return
    const paragraph = new Y.XmlElement('paragraph')
    const words = new Y.XmlText('words')
    words.format(1, 2, { bold: true })
    paragraph.insert(0, [words])
    summary.insert(0, [paragraph])
    if (summary.length > 3) summary.delete(2, 1)
  }
}

/**
 * A place between two characters, not within one, as every editor has it: of a pair of surrogates that was torn apart Yjs itself
 * makes two different texts, one where it was written and one where it was read.
 */
function between(text: Y.Text, at: number): number {
  const code = text.toString().charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}

/** The document as plain values, to compare what two people see. */
export function visible(doc: Y.Doc): unknown {
  return {
    items: doc.getMap('items').toJSON(),
    places: doc.getMap('places').toJSON(),
    prose: [...doc.getMap('prose').entries()].map(([key, value]) => `${key}: ${String(value)}`).sort(),
  }
}
