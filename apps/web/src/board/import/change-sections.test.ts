import type { ImportChange } from '@second-story/importers'
import { expect, it } from 'vitest'
import { changeAloud, changeSections, isMerge, takenWords } from './change-sections.ts'

const change = (id: string, more: Partial<ImportChange>): ImportChange => ({
  id,
  does: 'add',
  type: 'component',
  kind: 'service',
  name: id,
  why: 'new',
  taken: true,
  ...more,
})
const ALL = [
  change('a', {}),
  change('b', { type: 'boundary', kind: 'system' }),
  change('c', { does: 'connect', type: 'arrow', to: 'x' }),
  change('d', { does: 'change', field: 'name', why: 'changed' }),
  change('e', { does: 'remove', why: 'gone', taken: false }),
  change('f', { does: 'disconnect', type: 'arrow', why: 'unseen', taken: false }),
]

it('sorts what a file would change, and leaves out what there is nothing of', () => {
  expect(changeSections(ALL, true).map((one) => one.title)).toEqual([
    'New',
    'New boundaries',
    'Called, but not drawn',
    'Changed in the file',
    'No longer in the file',
    'Drawn, but never called',
  ])
  expect(changeSections(ALL.slice(2, 3), false).map((one) => one.title)).toEqual(['New arrows'])
  expect([isMerge(ALL), isMerge(ALL.slice(0, 3))]).toEqual([true, false])
})

it('puts every change under one heading', () => {
  expect(
    changeSections(ALL, false)
      .flatMap((one) => one.changes.map(({ id }) => id))
      .sort(),
  ).toEqual(ALL.map((one) => one.id))
})

it('says in a line what is ticked', () => {
  const ids = (...all: string[]) => new Set(all)
  expect(takenWords(ALL, ids())).toBe('')
  expect(takenWords(ALL, ids('a'))).toBe('1 component')
  expect(takenWords(ALL, ids('a', 'c', 'd', 'e', 'f'))).toBe('1 component, 1 arrow, 1 change and 2 removals')
})

it('reads a change out with all that is seen of it', () => {
  expect(changeAloud(change('orders', {}))).toBe('orders, service')
  expect(changeAloud(change('a', { type: 'arrow', kind: 'depends-on', to: 'b', now: 'http' }))).toBe(
    'a to b, depends on, http',
  )
  expect(changeAloud(change('db', { does: 'change', field: 'technology', was: '', now: 'mysql 9' }))).toBe(
    'db, technology: none becomes mysql 9',
  )
})
