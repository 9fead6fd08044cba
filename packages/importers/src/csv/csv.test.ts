import { expect, test } from 'vitest'
import { TestBoard, tryImport } from '../testing.ts'

const SHOP = `Name;Type;Technology;Team;Description;URL
web;gateway;nginx;Front;"says ""hello""
twice";https://example.com
orders;blockchain;;Back;;javascript:alert(1)
orders-db;;Postgres 16;Back;;
=cmd|' /C calc'!A0;;;;;
orders;;;;;
;service;;;;

from;to;label;kind
web;ORDERS;HTTP;
orders;orders-db;;reads
orders;mailer;sends e-mail;
web;;;
`

test('lines become components in their groups, and arrows by name in any spelling', () => {
  const t = new TestBoard()
  const result = t.import({ name: 'shop.csv', text: SHOP.replaceAll('\n', '\r\n') })
  expect(t.components).toEqual({
    web: 'gateway, nginx',
    orders: 'service',
    'orders-db': 'datastore, Postgres 16',
    "=cmd|' /C calc'!A0": 'service',
    mailer: 'service',
  })
  expect(t.arrows).toEqual([
    'orders notifies mailer sends e-mail',
    'orders reads orders-db',
    'web calls orders HTTP',
  ])
  expect(t.insides.Back).toEqual(['orders', 'orders-db'])
  const web = [...t.board.items.values()].find((item) => 'name' in item && item.name === 'web')
  expect(web && 'notes' in web && web.notes).toBe('says "hello"\ntwice\nhttps://example.com')
  expect(result.notes.map((note) => `${note.line} ${note.message}`)).toEqual([
    '4 A link that is not http, https or mailto was left out.',
    '4 “blockchain” is no kind that the map knows; “orders” is a service.',
    '7 “orders” stands twice; the first counts.',
    '8 A line without a name was left out.',
    '14 A line without “from” or “to” was left out.',
  ])
})

test('pasted arrows alone make whom they name; tabs separate as well', () => {
  const t = new TestBoard()
  const result = t.import({ text: 'source\ttarget\nweb\tdb\nweb\tweb\n' })
  expect(result.format).toBe('csv')
  expect(t.arrows).toEqual(['web calls db', 'web calls web'])
})

test.each([
  ['a,b,c\n1,2,3', 'malformed', 1, 1],
  ['name,kind\n"web,service', 'malformed', 2, 1],
  ['name,kind\n"web"x,service', 'malformed', 2, 6],
  ['name,kind\n', 'nothing-to-draw', undefined, undefined],
  [`name,kind\n${'a,b\n'.repeat(20_001)}`, 'too-many', 20_001, 1],
])('%# a table that says nothing or breaks off gives a sentence with its place', (text, id, line, column) => {
  const result = tryImport({ name: 'a.csv', text })
  if (result.ok) throw new Error('imported')
  expect([result.error.id, result.error.line, result.error.column]).toEqual([id, line, column])
})
