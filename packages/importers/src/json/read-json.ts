import { failure } from '../result.ts'
import { Places } from '../text/places.ts'
import type { YamlEntry, YamlValue } from '../yaml/yaml-value.ts'

/** Brackets within brackets past this are refused. */
const MOST_DEPTH = 100
/** Values in one file. */
const MOST_VALUES = 400_000

/** Opens a JSON file; values know where they stand. Keys are never properties, so that `__proto__` is a name. */
export function readJson(
  text: string,
): { readonly ok: true; readonly root: YamlValue } | ReturnType<typeof failure> {
  const places = new Places(text)
  try {
    return { ok: true, root: new JsonReader(text, places).read() }
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error
    return failure(error.id, error.message, places.at(error.offset))
  }
}

class JsonFault extends Error {
  readonly id: 'malformed' | 'too-deep' | 'too-large'
  readonly offset: number

  constructor(id: 'malformed' | 'too-deep' | 'too-large', message: string, offset: number) {
    super(message)
    this.id = id
    this.offset = offset
  }
}

const SPACE = /[ \t\r\n]*/y
const WORD = /true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

class JsonReader {
  readonly #text: string
  readonly #places: Places
  #at = 0
  #values = 0

  constructor(text: string, places: Places) {
    this.#text = text
    this.#places = places
  }

  read(): YamlValue {
    this.#space()
    const root = this.#value(0)
    this.#space()
    if (this.#at < this.#text.length) throw this.#fault('There is more after the end of the JSON.')
    return root
  }

  #value(depth: number): YamlValue {
    if (depth > MOST_DEPTH)
      throw new JsonFault('too-deep', `This is nested more than ${MOST_DEPTH} deep.`, this.#at)
    if (++this.#values > MOST_VALUES)
      throw new JsonFault('too-large', 'This file has too many entries to be imported.', this.#at)
    const start = this.#at
    const sign = this.#text[start]
    if (sign === '{') return this.#mapping(depth, start)
    if (sign === '[') return this.#list(depth, start)
    if (sign === '"') return new JsonScalar(this.#string(), start, this.#places)
    const word = this.#take(WORD)
    if (word === null) throw this.#fault(this.#at >= this.#text.length ? CUT : 'This is not JSON.')
    return new JsonScalar(word === 'null' ? null : word, start, this.#places)
  }

  #mapping(depth: number, start: number): YamlValue {
    const entries = new Map<string, YamlEntry>()
    this.#at++
    this.#space()
    while (this.#text[this.#at] !== '}') {
      if (entries.size > 0) this.#expect(',')
      const keyAt = this.#at
      if (this.#text[keyAt] !== '"')
        throw this.#fault(keyAt >= this.#text.length ? CUT : 'A name in quotes should stand here.')
      const key = this.#string()
      this.#space()
      this.#expect(':')
      const value = this.#value(depth + 1)
      // a key that stands twice: the last counts, as everywhere
      entries.set(key, new JsonEntry(value, keyAt, this.#places))
      this.#space()
    }
    this.#at++
    return new JsonMapping(entries.size === 0 ? NO_ENTRIES : entries, start, this.#places)
  }

  #list(depth: number, start: number): YamlValue {
    const items: YamlValue[] = []
    this.#at++
    this.#space()
    while (this.#text[this.#at] !== ']') {
      if (items.length > 0) this.#expect(',')
      items.push(this.#value(depth + 1))
      this.#space()
    }
    this.#at++
    return new JsonList(items, start, this.#places)
  }

  #string(): string {
    const start = this.#at
    const end = this.#endOfString(start)
    const quoted = this.#text.slice(start, end + 1)
    if (end < 0 || quoted.includes('\n')) throw this.#fault('This text in quotes does not end.')
    this.#at = end + 1
    if (!quoted.includes('\\')) return quoted.slice(1, -1)
    try {
      return String(JSON.parse(quoted))
    } catch {
      throw new JsonFault('malformed', 'This text in quotes is not written as JSON wants it.', start)
    }
  }

  #endOfString(start: number): number {
    for (let end = this.#text.indexOf('"', start + 1); end >= 0; end = this.#text.indexOf('"', end + 1)) {
      let slashes = 0
      while (this.#text[end - 1 - slashes] === '\\') slashes++
      if (slashes % 2 === 0) return end
    }
    return -1
  }

  #expect(sign: string): void {
    if (this.#text[this.#at] !== sign)
      throw this.#fault(this.#at >= this.#text.length ? CUT : `A “${sign}” should stand here.`)
    this.#at++
    this.#space()
  }

  #space(): void {
    this.#take(SPACE)
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (!found) return null
    this.#at = pattern.lastIndex
    return found[0]
  }

  #fault(words: string): JsonFault {
    return new JsonFault('malformed', words, this.#at)
  }
}

const NO_ENTRIES: ReadonlyMap<string, YamlEntry> = new Map()
const CUT = 'The file ends in the middle.'

class Placed {
  readonly #offset: number
  readonly #places: Places

  constructor(offset: number, places: Places) {
    this.#offset = offset
    this.#places = places
  }

  get position(): { line: number; column: number } {
    return this.#places.at(this.#offset)
  }
}

class JsonScalar extends Placed {
  readonly kind = 'scalar' as const
  readonly text: string | null

  constructor(text: string | null, offset: number, places: Places) {
    super(offset, places)
    this.text = text
  }
}

class JsonList extends Placed {
  readonly kind = 'list' as const
  readonly #items: readonly YamlValue[]

  constructor(items: readonly YamlValue[], offset: number, places: Places) {
    super(offset, places)
    this.#items = items
  }

  items(): readonly YamlValue[] {
    return this.#items
  }
}

class JsonMapping extends Placed {
  readonly kind = 'mapping' as const
  readonly #entries: ReadonlyMap<string, YamlEntry>

  constructor(entries: ReadonlyMap<string, YamlEntry>, offset: number, places: Places) {
    super(offset, places)
    this.#entries = entries
  }

  entries(): ReadonlyMap<string, YamlEntry> {
    return this.#entries
  }
}

class JsonEntry extends Placed {
  readonly value: YamlValue

  constructor(value: YamlValue, offset: number, places: Places) {
    super(offset, places)
    this.value = value
  }
}
