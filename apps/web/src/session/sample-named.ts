import { type Command, parseCommands, type Template, templateFor } from '@second-story/board'
import { countedIds } from '@second-story/std'

/** What the first page offers to look around in. */
export interface SampleCard {
  readonly name: string
  readonly title: string
  readonly words: string
}

export const SAMPLE_CARDS: readonly SampleCard[] = [
  {
    name: 'gitlab',
    title: 'A real incident',
    words:
      'How a database was removed and brought back at GitLab.com on 31 January 2017, from what its people published.',
  },
  {
    name: 'sock-shop',
    title: 'A Chaos Day sketch',
    words: 'Made up: a shop that sells socks, drawn in five minutes before its Chaos Day.',
  },
]

/** The content of a sample, or null when there is none of that name. */
export function sampleNamed(name: string): Template | null {
  if (!SAMPLE_CARDS.some((card) => card.name === name)) return null
  return tiny(name)
}

function tiny(name: string): Template {
  const kind = name === 'gitlab' ? 'incident-review' : 'chaos-day'
  const title = name === 'gitlab' ? 'The replica rebuild of 31 January' : 'Chaos Day, the sock shop'
  const template = templateFor(kind, title, 'UTC')
  const id = countedIds('s')
  const [app, primary, factor, relation] = [id(), id(), id(), id()]
  const at = (x: number, y: number, w: number, h: number) => ({ x, y, w, h, parent: null, order: 'a' })
  const parsed = parseCommands([
    { do: 'add', id: app, type: 'component', fields: { name: 'orders' }, place: at(0, 0, 144, 56) },
    {
      do: 'add',
      id: primary,
      type: 'component',
      fields: { name: 'orders-db', kind: 'datastore', technology: 'PostgreSQL' },
      place: at(240, 0, 144, 60),
    },
    {
      do: 'add',
      id: factor,
      type: 'factor',
      fields: { text: 'The two host names differ in one digit' },
      place: at(480, 0, 168, 72),
    },
    { do: 'connect', id: relation, from: app, to: primary, kind: 'calls' },
  ])
  const commands: readonly Command[] = parsed.ok ? parsed.commands : []
  return { ...template, commands: [...template.commands, ...commands] }
}
