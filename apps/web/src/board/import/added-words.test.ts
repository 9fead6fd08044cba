import { expect, it } from 'vitest'
import { addedComponents, componentsWords, fromWords } from './added-words.ts'

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

it('says where things came from', () => {
  expect(componentsWords(15)).toBe('15 components')
  expect(fromWords('docker-compose.yml', 2)).toBe('from docker-compose.yml, 2 arrows found in it.')
  expect(fromWords(undefined, 0)).toBe('from what was pasted.')
})
