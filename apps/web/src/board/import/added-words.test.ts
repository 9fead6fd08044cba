import { expect, it } from 'vitest'
import { addedComponents, componentsWords } from './added-words.ts'

it('lists what would be added, without boundaries and arrows', () => {
  const commands = [
    {
      do: 'add',
      id: 'a',
      type: 'component',
      layer: 'common',
      fields: { name: 'orders', kind: 'queue' },
      place: null,
    },
    { do: 'add', id: 'b', type: 'boundary', layer: 'common', fields: { name: 'shop' }, place: null },
  ] as const
  expect(addedComponents(commands as never)).toEqual([
    { id: 'a', name: 'orders', kind: 'queue', technology: '' },
  ])
})

it('counts in words', () => {
  expect([componentsWords(1), componentsWords(15)]).toEqual(['1 component', '15 components'])
})
