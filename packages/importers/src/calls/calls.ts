import type { ComponentKind } from '@second-story/board'
import type { ImportNote } from '../result.ts'
import { type DraftArrow, plainComponent, type SystemDraft } from '../system/draft.ts'
import { drawnKind } from '../system/drawn-component.ts'
import { titleOf } from '../text/title-of.ts'

/** One service seen at work by a tracer. */
export interface Seen {
  readonly name: string
  /** what the tracer says it is, if it does */
  readonly kind: ComponentKind | null
  readonly technology: string
}

/** That one called another, how often, and how often that failed. */
export interface Call {
  readonly from: string
  readonly to: string
  readonly kind: 'calls' | 'publishes' | 'consumes'
  readonly label: string
  readonly count: number
  readonly errors: number
}

/** Gathers what traces say of who calls whom. Names that differ only in case are one service. */
export class Calls {
  readonly #seen = new Map<string, Seen & { readonly spellings: Set<string> }>()
  readonly #calls = new Map<string, Call>()

  see(name: string, kind: ComponentKind | null = null, technology = ''): string {
    const key = name.trim().toLowerCase()
    const known = this.#seen.get(key)
    if (!known)
      this.#seen.set(key, { name: name.trim(), kind, technology, spellings: new Set([name.trim()]) })
    else {
      known.spellings.add(name.trim())
      if ((known.kind === null && kind !== null) || (known.technology === '' && technology !== ''))
        this.#seen.set(key, {
          ...known,
          kind: known.kind ?? kind,
          technology: known.technology || technology,
        })
    }
    return key
  }

  call(call: Call): void {
    const key = `${call.from}\n${call.to}\n${call.kind}`
    const known = this.#calls.get(key)
    if (!known) this.#calls.set(key, call)
    else
      this.#calls.set(key, {
        ...known,
        label: known.label === '' ? call.label : known.label,
        count: known.count + call.count,
        errors: known.errors + call.errors,
      })
  }

  get size(): number {
    return this.#seen.size
  }

  draft(file: string, notes: ImportNote[]): SystemDraft {
    for (const { spellings } of this.#seen.values()) {
      if (spellings.size < 2) continue
      const names = [...spellings].slice(0, 4).map((one) => `“${one.slice(0, 60)}”`)
      notes.push({ message: `${names.join(' and ')} are taken for one service.` })
    }
    const components = [...this.#seen].map(([key, { name, kind, technology }]) => {
      const found = kind ?? drawnKind(name, technology, null)
      return plainComponent(key, name, found, { technology })
    })
    const kinds = new Map(components.map((one) => [one.key, one.kind]))
    const arrows = [...this.#calls.values()].map(({ from, to, kind, label, count, errors }): DraftArrow => {
      const said = kind === 'calls' && kinds.get(to) === 'queue' ? 'publishes' : kind
      const times = count > 0 ? `${count} ${count === 1 ? 'call' : 'calls'}` : ''
      const failed = errors > 0 ? `${errors} failed` : ''
      return { from, to, kind: said, label: [label, times, failed].filter((one) => one !== '').join(', ') }
    })
    return { title: titleOf(file), file, components, arrows }
  }
}
