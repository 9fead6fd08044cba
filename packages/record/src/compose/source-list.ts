import type { Source } from '@second-story/board'
import type { RecordSource } from '../record.ts'

const KIND_WORDS: Readonly<Record<Source['kind'], string>> = {
  chat: 'chat',
  log: 'log',
  alert: 'alert',
  metric: 'metric',
  deploy: 'deploy',
  ticket: 'ticket',
  'status-page': 'status page',
  document: 'document',
  memory: 'from memory',
}

/** Numbers sources as they are first cited; the same title and link is one source. */
export class Sources {
  readonly #numbers = new Map<string, RecordSource>()

  /** The numbers for some sources, in ascending order. */
  cite(sources: readonly Source[]): number[] {
    const numbers = new Set(sources.map((source) => this.#number(source)))
    return [...numbers].sort((a, b) => a - b)
  }

  list(): readonly RecordSource[] {
    return [...this.#numbers.values()]
  }

  #number({ kind, title, url }: Source): number {
    const words = KIND_WORDS[kind]
    const name = title.trim() || url || words
    const key = JSON.stringify([kind, name, url ?? null])
    const known = this.#numbers.get(key)
    if (known) return known.number
    const made = { number: this.#numbers.size + 1, kind: words, title: name, url: url ?? null }
    this.#numbers.set(key, made)
    return made.number
  }
}
