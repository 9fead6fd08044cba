import { documentOf, itemMap, itemsOf } from '@second-story/board'
import { seededRandom } from '@second-story/std'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { makeBoard, testId } from '../testing/test-app.ts'
import { beforeEachTest, COMMON, component, note, type TestVersions } from './test-versions.ts'
import { Versions } from './versions.ts'

let on: TestVersions
beforeEachTest((stage) => {
  on = stage
})

describe('going back', () => {
  test('the board reads as it did, and the version that was kept leads back again', async () => {
    await on.run(component(1, 'payment'), component(2, 'orders'), note(3, 'first words'))
    await on.run({ do: 'connect', id: testId(9), from: testId(1), to: testId(2), kind: 'calls' })
    await on.run({
      do: 'prose',
      section: 'summary',
      blocks: [{ kind: 'paragraph', runs: [{ text: 'one' }] }],
    })
    const then = await on.seen()
    const id = await on.named('then')
    await on.run({ do: 'remove', ids: [testId(1), testId(3)] }, component(4, 'new'))
    await on.run({ do: 'set', id: testId(2), fields: { name: 'orders 2' } })
    await on.run({ do: 'prose', section: 'summary', blocks: [{ kind: 'rule' }] })
    const now = await on.seen()
    const back = await on.ada.post(on.at(`/versions/${id}/restore`))
    expect(back.status).toBe(200)
    expect(await on.seen()).toEqual(then)
    expect(back.body.before).toMatchObject({ kind: 'before-restore' })
    on.host.clock.advance(1_000)
    expect((await on.ada.post(on.at(`/versions/${back.body.before.id}/restore`))).status).toBe(200)
    expect(await on.seen()).toEqual(now)
    on.host.clock.advance(1_000)
    await on.ada.post(on.at(`/versions/${id}/restore`))
    const again = await on.ada.post(on.at(`/versions/${id}/restore`))
    expect(again.body).toEqual({ before: null })
    expect(await on.seen()).toEqual(then)
  })

  test('everybody who has the board open can tell that it went back, and to when', async () => {
    await on.run(component(1, 'payment'))
    const id = await on.named('then')
    const keptAt = (await on.versions.list(on.board))[0]?.at
    await on.run({ do: 'remove', ids: [testId(1)] })
    await on.ada.post(on.at(`/versions/${id}/restore`))
    const told = await on.host.rooms.read(on.board, { kind: 'conduct' }, (doc) =>
      doc.getMap('meta').get('restored'),
    )
    expect(told).toEqual({ at: on.host.clock.now(), to: keptAt })
    expect((await on.played()).at(-1)?.restoredTo).toBe(keptAt)
  })

  test('private layers are not touched', async () => {
    await on.run(component(1, 'payment'))
    const id = await on.named('then')
    await on.run({ do: 'remove', ids: [testId(1)] }, note(2, 'quietly written'))
    await on.ada.post(on.at('/commands'), [{ ...note(5, 'kept to myself'), layer: 'own' }])
    await on.ada.post(on.at(`/versions/${id}/restore`))
    const { items } = (await on.seen()) as { items: { id: string; layer: string }[] }
    expect(items.map(({ id: one, layer }) => [one, layer])).toEqual([
      [testId(1), 'common'],
      [testId(5), 'own'],
    ])
  })

  test('whatever is written while it goes back is kept: on the board, or in the version before', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = seededRandom(seed)
      on.board = await makeBoard(on.ada)
      await on.run(component(1, 'payment'), note(2, 'words'))
      const id = await on.named('then')
      await on.run({ do: 'remove', ids: [testId(1)] })
      const texts = Array.from({ length: 8 }, (_, i) => `said ${seed} ${i}`)
      const write = async (text: string, i: number): Promise<void> => {
        for (let wait = Math.floor(random() * 25); wait > 0; wait--) await new Promise(setImmediate)
        await on.host.rooms.write(on.board, COMMON, (doc) => {
          const map = new Y.Map<unknown>([
            ['type', 'note'],
            ['text', new Y.Text(text)],
          ] as [string, unknown][])
          itemsOf(doc).set(testId(100 + i), map)
          const shared = itemMap(doc, testId(2))?.get('text') as Y.Text
          shared.insert(0, `${i}`)
        })
      }
      const [back] = await Promise.all([on.ada.post(on.at(`/versions/${id}/restore`)), ...texts.map(write)])
      expect(back.status).toBe(200)
      const before = documentOf(await on.snapshotOf(back.body.before.id))
      const kept = await on.host.rooms.read(on.board, COMMON, (doc) =>
        texts.map((_, i) => {
          const map = itemMap(doc, testId(100 + i))
          if (map?.get('deleted') == null) return 'on the board'
          return itemMap(before, testId(100 + i)) ? 'in the version' : 'lost'
        }),
      )
      expect(kept, `seed ${seed}`).not.toContain('lost')
      // and so are letters typed into a text that went back
      const letters = await on.host.rooms.read(
        on.board,
        COMMON,
        (doc) => `${itemMap(doc, testId(2))?.get('text')} ${itemMap(before, testId(2))?.get('text')}`,
      )
      for (const i of texts.keys()) expect(letters, `seed ${seed}`).toContain(`${i}`)
    }
  })

  test('on a board that never stands still, the version before holds the very last words', async () => {
    await on.run(component(1, 'payment'))
    const id = await on.named('then')
    await on.run(note(2, 'later'))
    let said = 0
    // somebody is faster every time
    const busy = new Proxy(on.host.rooms, {
      get(rooms, name: keyof typeof on.host.rooms) {
        if (name !== 'writeMany') return rooms[name].bind(rooms)
        return async (...asked: Parameters<typeof rooms.writeMany>) => {
          const n = said++
          await rooms.write(on.board, COMMON, (doc) =>
            itemsOf(doc).set(testId(200 + n), new Y.Map([['type', 'note']])),
          )
          return rooms.writeMany(...asked)
        }
      },
    })
    const before = await new Versions({ ...on.host.parts, rooms: busy }).restore(on.board, id)
    const kept = documentOf(await on.snapshotOf(before?.id ?? ''))
    expect(said).toBeGreaterThan(1)
    for (let n = 0; n < said; n++) expect(itemMap(kept, testId(200 + n)), `${n} of ${said}`).toBeDefined()
    const { items } = (await on.seen()) as { items: { id: string }[] }
    expect(items.map(({ id: one }) => one)).toEqual([testId(1)])
    // and of the tries before nothing is left
    expect((await on.versions.list(on.board)).map(({ kind }) => kind).sort()).toEqual([
      'before-restore',
      'named',
    ])
  })

  test('a version of another board is not there', async () => {
    await on.run(component(1, 'payment'))
    const id = await on.named('mine')
    const first = on.board
    on.board = await makeBoard(on.ada)
    expect((await on.ada.post(on.at(`/versions/${id}/restore`))).status).toBe(404)
    expect((await on.ada.get(on.at(`/versions/${id}`))).status).toBe(404)
    expect((await on.ada.patch(on.at(`/versions/${id}`), { title: 'x' })).status).toBe(404)
    on.board = first
    expect((await on.versions.list(on.board))[0]?.title).toBe('mine')
  })
})
