import { COMPONENT_KINDS, type ComponentKind, SYSTEM_RELATIONS } from '@second-story/board'
import { at, failure, type ImportNote } from '../result.ts'
import type { DraftArrow, DraftComponent, DraftGroup, SystemDraft } from '../system/draft.ts'
import { plainComponent } from '../system/draft.ts'
import { drawnKind } from '../system/drawn-component.ts'
import { guessArrow } from '../system/guess-arrow.ts'
import { safeLink } from '../text/safe-link.ts'
import { titleOf } from '../text/title-of.ts'
import { type Column, type Header, headerOf } from './header.ts'
import type { CsvRow } from './read-csv.ts'

/** What a table says: lines with a name are components, lines with from and to arrows; an empty line ends a table. */
export function toDraft(
  rows: readonly CsvRow[],
  file: string,
  notes: ImportNote[],
): { readonly ok: true; readonly draft: SystemDraft } | ReturnType<typeof failure> {
  const table = new Table(notes)
  const arrows: { row: CsvRow; header: Header }[] = []
  let header: Header | null = null
  for (const row of rows) {
    if (row.cells.every((cell) => cell === '')) {
      header = null
      continue
    }
    if (!header) {
      header = headerOf(row.cells)
      if (!header) {
        const words =
          'This line should name the columns: “name”, “kind”, “group” …, or “from”, “to”, “label”.'
        return failure('malformed', words, row.position)
      }
    } else if (header.has('from')) arrows.push({ row, header })
    else table.component(row, header)
  }
  for (const one of arrows) table.arrow(one.row, one.header)
  return {
    ok: true,
    draft: {
      title: titleOf(file),
      file,
      components: table.components,
      groups: table.groups,
      arrows: table.arrows,
    },
  }
}

class Table {
  readonly arrows: DraftArrow[] = []
  readonly #components = new Map<string, DraftComponent>()
  readonly #byName = new Map<string, string>()
  readonly #groups = new Map<string, DraftGroup>()
  readonly #notes: ImportNote[]

  constructor(notes: ImportNote[]) {
    this.#notes = notes
  }

  get components(): readonly DraftComponent[] {
    return [...this.#components.values()]
  }

  get groups(): readonly DraftGroup[] {
    return [...this.#groups.values()]
  }

  component(row: CsvRow, header: Header): void {
    const cell = reader(row, header)
    const name = cell('name')
    if (name === '') {
      this.#notes.push({ message: 'A line without a name was left out.', ...at(row.position) })
      return
    }
    const key = cell('id') || name
    if (this.#components.has(key)) {
      this.#notes.push({
        message: `“${key.slice(0, 60)}” stands twice; the first counts.`,
        ...at(row.position),
      })
      return
    }
    const link = cell('link') === '' ? '' : safeLink(cell('link'))
    if (link === null)
      this.#notes.push({
        message: 'A link that is not http, https or mailto was left out.',
        ...at(row.position),
      })
    this.#put(
      plainComponent(key, name, this.#kind(row, cell('kind'), name, cell('technology')), {
        technology: cell('technology'),
        criticality: cell('criticality'),
        notes: [cell('notes'), link ?? ''].filter((one) => one !== '').join('\n'),
        group: this.#group(cell('group')),
      }),
    )
  }

  arrow(row: CsvRow, header: Header): void {
    const cell = reader(row, header)
    if (cell('from') === '' || cell('to') === '') {
      this.#notes.push({ message: 'A line without “from” or “to” was left out.', ...at(row.position) })
      return
    }
    const [from, to] = [this.#end(cell('from')), this.#end(cell('to'))]
    const said = cell('kind').toLowerCase().replace(/[ _]+/g, '-')
    const known = SYSTEM_RELATIONS.find((kind) => kind === said)
    const words = known || cell('kind') === '' ? cell('label') : cell('label') || cell('kind')
    const kind =
      known ??
      guessArrow(this.#components.get(from)?.kind, this.#components.get(to)?.kind, cell('kind') || words)
    this.arrows.push({ from, to, kind, label: words })
  }

  #put(one: DraftComponent): void {
    this.#components.set(one.key, one)
    if (!this.#byName.has(one.name.toLowerCase())) this.#byName.set(one.name.toLowerCase(), one.key)
  }

  /** Whom an arrow means: an id, a name in any spelling, or someone new. */
  #end(name: string): string {
    if (this.#components.has(name)) return name
    const known = this.#byName.get(name.toLowerCase())
    if (known !== undefined) return known
    this.#put(plainComponent(name, name, drawnKind(name, '', null)))
    return name
  }

  #group(name: string): string | null {
    if (name === '') return null
    const key = ` group ${name}`
    if (!this.#groups.has(key)) this.#groups.set(key, { key, name, kind: 'system', group: null })
    return key
  }

  #kind(row: CsvRow, said: string, name: string, technology: string): ComponentKind {
    const known = COMPONENT_KINDS.find((kind) => kind === said.toLowerCase())
    if (known || said === '') return known ?? drawnKind(name, technology, null)
    const guessed = drawnKind(said, technology, null)
    if (guessed === 'service' && !/service|app|api|server|web/i.test(said))
      this.#notes.push({
        message: `“${said.slice(0, 60)}” is no kind that the map knows; “${name.slice(0, 60)}” is a service.`,
        ...at(row.position),
      })
    return guessed
  }
}

function reader(row: CsvRow, header: Header): (column: Column) => string {
  return (column) => {
    const at = header.get(column)
    return at === undefined ? '' : (row.cells[at] ?? '')
  }
}
