import { expect, test } from 'vitest'
import { TestBoard, tryImport } from '../testing.ts'

const DSL = `// the shop
workspace "Shop" "About it" {
  !identifiers hierarchical
  !include https://example.com/evil.dsl
  model {
    archetypes {
      store = container {
        technology "MySQL"
        tag "Datastore"
      }
      area = group
    }
    properties {
      "a -> b" "c"
    }
    buyer = person "Buyer" "Buys"
    mail = softwareSystem "Mail" {
      tags "External"
      url "javascript:alert(1)"
    }
    shop = softwareSystem "Shop" {
      front = area "Front" {
        web = container "Web" "Shows it" "React"
      }
      orders = container "Orders" {
        technology "Kotlin"
        -> mail "sends e-mail" "SMTP"
        placer = component "Placer"
        placer -> this "x"
      }
      store "Orders DB" {
        orders -> this
      }
      WEB -> orders.placer "Places orders" \\
        "HTTPS"
      buyer -> front.web
      web -> ghost
    }
  }
  views {
    container shop {
      include *
    }
  }
}
`
const ARROWS = [
  'Buyer calls Web',
  'Orders calls Orders DB',
  'Orders notifies Mail sends e-mail, SMTP',
  'Web calls Orders Places orders, HTTPS',
]

test('a model becomes boundaries, components and arrows; what lies in a container is the container', () => {
  const t = new TestBoard()
  const result = t.import({ name: 'shop.dsl', text: DSL })
  expect(t.components).toEqual({
    Buyer: 'role',
    Mail: 'external',
    Web: 'service, React',
    Orders: 'service, Kotlin',
    'Orders DB': 'datastore, MySQL',
  })
  expect(t.arrows).toEqual(ARROWS)
  expect(t.insides).toMatchObject({ Front: ['Web'] })
  expect(result.notes.map((note) => `${note.line ?? ''} ${note.message}`)).toEqual([
    '4 “!include” was not followed: only what stands here was read.',
    '37 “ghost” is named here but not described; the arrow was left out.',
    '17 A link that is not http, https or mailto was left out.',
    ' 1 components inside containers are not drawn; their arrows are the container\u0027s.',
  ])
})

test('the same model as JSON gives the same', () => {
  const text = JSON.stringify({
    name: 'Shop',
    model: {
      people: [
        {
          id: '1',
          name: 'Buyer',
          relationships: [
            { sourceId: '1', destinationId: '4' },
            { sourceId: '1', destinationId: '3', linkedRelationshipId: '9' },
          ],
        },
      ],
      softwareSystems: [
        { id: '2', name: 'Mail', location: 'External' },
        {
          id: '3',
          name: 'Shop',
          containers: [
            {
              id: '4',
              name: 'Web',
              technology: 'React',
              group: 'Front',
              relationships: [{ destinationId: '6', description: 'Places orders', technology: 'HTTPS' }],
            },
            {
              id: '5',
              name: 'Orders',
              technology: 'Kotlin',
              components: [{ id: '6', name: 'Placer' }],
              relationships: [
                { destinationId: '2', description: 'sends e-mail', technology: 'SMTP' },
                { destinationId: '7' },
              ],
            },
            { id: '7', name: 'Orders DB', technology: 'MySQL', tags: 'Element,Database' },
          ],
        },
      ],
    },
    views: {},
  })
  const t = new TestBoard()
  expect(t.import({ text }).format).toBe('structurizr-json')
  expect(t.arrows).toEqual(ARROWS)
  expect(t.insides.Front).toEqual(['Web'])
})

test.each([
  ['workspace {\n model {\n', 'malformed', 2, 8],
  ['workspace {\n}\n}', 'malformed', 3, 1],
  ['workspace {\n a = person "x\n}', 'malformed', 2, 13],
  ['workspace {\n /* never\n', 'malformed', 3, 1],
  ['a {\n'.repeat(500), 'too-deep', 61, 1],
  ['workspace {\n model {\n }\n}', 'nothing-to-draw', undefined, undefined],
])('%# a broken workspace gives a sentence with its place', (text, id, line, column) => {
  const result = tryImport({ name: 'a.dsl', text })
  if (result.ok) throw new Error('imported')
  expect([result.error.id, result.error.line, result.error.column]).toEqual([id, line, column])
})
