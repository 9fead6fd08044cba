import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { TestRedis } from '../../../../infra/testing/redis.ts'
import type {} from '../../../../infra/testing/services.ts'
import { busContract } from './bus.contract.ts'
import { MemoryBus, MemoryHub } from './memory.ts'
import { RedisBus, RedisUrlError } from './redis.ts'

busContract('memory', async () => {
  const hub = new MemoryHub()
  const [one, two] = [new MemoryBus(hub), new MemoryBus(hub)]
  return {
    one,
    two,
    async cut() {
      one.cut()
      two.cut()
    },
    async mend() {
      one.mend()
      two.mend()
    },
  }
})

describe.skipIf(inject('redis') === null)('with Redis', () => {
  // one of its own: it is killed
  let redis: TestRedis
  beforeAll(async () => {
    redis = await TestRedis.start()
  })
  afterAll(() => redis.stop())

  busContract('Redis', async () => {
    const [one, two] = await Promise.all([RedisBus.open(redis.url), RedisBus.open(redis.url)])
    return { one, two, cut: () => redis.kill(), mend: () => redis.up() }
  })

  it('does not pile up what cannot be sent', async () => {
    const bus = await RedisBus.open(redis.url)
    const before = process.memoryUsage().arrayBuffers
    const message = new Uint8Array(1024 * 1024)
    for (let i = 0; i < 200; i++) bus.publish('a', message)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 1024 * 1024)
    await bus.close()
  })

  it('two installations on one Redis are told apart by their boards alone: topics carry a name of ours', async () => {
    const bus = await RedisBus.open(redis.url)
    const heard: Uint8Array[] = []
    bus.subscribe('a', (bytes) => heard.push(bytes))
    const stray = await RedisBus.open(redis.url)
    stray.publish('second-story:a', new Uint8Array([1]))
    stray.publish('a', new Uint8Array([2]))
    while (heard.length === 0) await new Promise((done) => setTimeout(done, 5))
    expect(heard.map((bytes) => [...bytes])).toEqual([[2]])
    await Promise.all([bus.close(), stray.close()])
  })
})

describe('a Redis that is not there', () => {
  it('is one clear line without the password, after a few tries', async () => {
    let tries = 0
    const server = createServer((socket) => {
      tries++
      socket.destroy()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const opening = RedisBus.open(`redis://someone:secret@127.0.0.1:${port}`, { random: () => -0.98 })
    await expect(opening).rejects.toThrow(RedisUrlError)
    await expect(opening).rejects.toThrow(/^REDIS_URL 127\.0\.0\.1:\d+ cannot be used: [^\n]+$/)
    await expect(opening).rejects.not.toThrow('secret')
    expect(tries).toBe(5)
    server.close()
  })
})
