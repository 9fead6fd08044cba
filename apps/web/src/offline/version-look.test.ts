import { expect, it } from 'vitest'
import { LOOK_AT_MOST_EVERY_MS, VersionLook } from './version-look.ts'

function looking(builds: (string | null | Error)[], mine: string | null = 'one') {
  let now = 0
  let asked = 0
  let found = 0
  const look = new VersionLook({
    mine: () => mine,
    newest: async () => {
      const build = builds[Math.min(asked++, builds.length - 1)]
      if (build instanceof Error) throw build
      return build ?? null
    },
    now: () => now,
    found: () => found++,
  })
  return {
    look: (at: number, force = false) => {
      now = at
      return look.look(force)
    },
    told: () => [asked, found],
  }
}

it('tells of a newer page, once', async () => {
  const { look, told } = looking(['one', 'two', 'three'])
  await look(0)
  expect(told()).toEqual([1, 0])
  for (const minute of [1, 2, 3]) await look(minute * LOOK_AT_MOST_EVERY_MS)
  expect(told()).toEqual([2, 1])
})

it('does not ask again within a minute, unless a part of the page is missing', async () => {
  const { look, told } = looking(['one'])
  for (const at of [0, 10, 59_999]) await look(at)
  expect(told()).toEqual([1, 0])
  await look(59_999, true)
  expect(told()).toEqual([2, 0])
})

it('says nothing without an answer, and nothing in development', async () => {
  const silent = looking([new Error('offline'), null])
  await silent.look(0)
  await silent.look(LOOK_AT_MOST_EVERY_MS)
  expect(silent.told()).toEqual([2, 0])
  const developing = looking(['two'], null)
  await developing.look(0)
  expect(developing.told()).toEqual([0, 0])
})
