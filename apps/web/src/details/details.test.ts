import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardWith } from '../map/board-for-tests.ts'
import { typedLink } from './typed-link.ts'
import { suggestedTags, typedTag } from './typed-tag.ts'

test('a link is an address and what it is called; an address without https gets one', () => {
  expect(typedLink('https://grafana.example/d/1 Orders')).toEqual({
    url: 'https://grafana.example/d/1',
    title: 'Orders',
  })
  expect(typedLink('runbooks.example/orders')).toEqual({
    url: 'https://runbooks.example/orders',
    title: 'runbooks.example',
  })
  expect(typedLink('mailto:team@example.org')?.title).toBe('team@example.org')
})

test('nothing that runs becomes a link', () => {
  for (const typed of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc', 'words', ''])
    expect(typedLink(typed)).toBeNull()
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const link = typedLink(typed)
      if (link) expect(link.url).toMatch(/^(https?:\/\/|mailto:)/i)
    }),
    { seed: 5 },
  )
})

test('a tag is one line without the sign in front', () => {
  expect(typedTag('  ##pay  later ')).toBe('pay later')
  expect(typedTag('x'.repeat(90))).toHaveLength(60)
  expect(typedTag('#')).toBe('')
})

test('tags of the board are suggested, those that begin so first, those that are there not at all', () => {
  const { snapshot } = boardWith([{ id: 'a' }, { id: 'b' }])
  const tags = [
    ['slow pay', 'pay'],
    ['payroll', 'mine', 'pay'],
  ]
  const items = new Map([...snapshot.items].map(([id, item], at) => [id, { ...item, tags: tags[at] ?? [] }]))
  const board = { ...snapshot, items } as typeof snapshot
  expect(suggestedTags(board, '#pay', ['mine'])).toEqual(['pay', 'payroll', 'slow pay'])
})
