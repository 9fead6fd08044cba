import { expect, test } from 'vitest'
import { gatherFiles } from './gather-files.ts'

test('files of one system come together, whatever their order; all others stand for themselves', () => {
  const file = (name: string) => ({ name, text: name })
  const names = [
    'shop.compose.full.yaml',
    'b.dot',
    'shop.env',
    'shop.compose.yaml',
    'x/compose.yml',
    'x/.env',
  ]
  expect(gatherFiles(names.map(file))).toEqual([
    file('b.dot'),
    { ...file('shop.compose.yaml'), env: 'shop.env', overlays: [file('shop.compose.full.yaml')] },
    { ...file('x/compose.yml'), env: 'x/.env' },
  ])
})
