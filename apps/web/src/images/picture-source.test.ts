import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { copyFor, PictureSource } from './picture-source.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const settled = () => vi.advanceTimersByTimeAsync(0)

function source({ failing = 0 }: { failing?: number } = {}) {
  const asked: string[] = []
  let left = failing
  const made = new PictureSource<string>(
    async (id, width) => `${id}@${width ?? 'whole'}`,
    async (address) => {
      asked.push(address)
      if (left-- > 0) throw new Error('not now')
      return `image of ${address}`
    },
  )
  return { made, asked }
}

test('the copy that is wide enough is fetched once, and told when it has come', async () => {
  const { made, asked } = source()
  let told = 0
  made.onChange(() => told++)
  expect(made.get('a', 300)).toBeNull()
  expect(made.get('a', 300)).toBeNull()
  await settled()
  expect([asked, told, made.version]).toEqual([['a@320'], 1, 1])
  expect(made.get('a', 300)).toEqual({ image: 'image of a@320', address: 'a@320' })
})

test('while a sharper one comes, the one that is there serves', async () => {
  const { made, asked } = source()
  made.get('a', 100)
  await settled()
  expect(made.get('a', 2000)?.address).toBe('a@320')
  await settled()
  expect(made.get('a', 2000)?.address).toBe('a@whole')
  expect(asked).toEqual(['a@320', 'a@whole'])
})

test('what could not be had is asked for again later, not at once', async () => {
  const { made, asked } = source({ failing: 1 })
  made.get('a', 100)
  await settled()
  made.get('a', 100)
  expect(asked).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2_100)
  made.get('a', 100)
  await settled()
  expect(made.get('a', 100)?.address).toBe('a@320')
})

test('something without a picture asks for none', () => {
  const { made, asked } = source()
  expect(made.get('', 100)).toBeNull()
  expect(asked).toEqual([])
})

test('copies are chosen by the pixels they fill', () => {
  expect([1, 320, 321, 1280, 1281].map(copyFor)).toEqual([320, 320, 1280, 1280, null])
})
