import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bus } from './bus.ts'

const bytes = (...numbers: number[]): Uint8Array => new Uint8Array(numbers)

/** Buses of two nodes that hear each other, and a way to cut both off and join them again. */
export interface OpenedBuses {
  readonly one: Bus
  readonly two: Bus
  cut(): Promise<void>
  /** resolves at once; the buses notice in their own time */
  mend(): Promise<void>
}

/** Resolves when it holds; what takes its own time is looked at again and again. */
async function until(holds: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 15_000
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited for ${what} in vain`)
    await new Promise((done) => setTimeout(done, 5))
  }
}

/** What every bus must do. */
export function busContract(name: string, open: () => Promise<OpenedBuses>): void {
  describe(`${name} carries hints`, () => {
    let buses: OpenedBuses
    let one: Bus
    let two: Bus

    beforeEach(async () => {
      buses = await open()
      one = buses.one
      two = buses.two
    })
    afterEach(async () => {
      await Promise.all([one.close(), two.close()])
    })

    /** What `bus` hears on a topic, as text. */
    const heardOn = (bus: Bus, topic: string): string[] => {
      const heard: string[] = []
      bus.subscribe(topic, (message) => heard.push([...message].join()))
      return heard
    }
    /** Resolves when everything published on `from` before has reached `to`, either way round. */
    const settled = async (from: Bus, to: Bus): Promise<void> => {
      let isThere = false
      const stop = to.subscribe('settle', () => {
        isThere = true
      })
      const again = setInterval(() => from.publish('settle', bytes(0)), 10)
      await until(() => isThere, 'a message that comes through')
      clearInterval(again)
      stop()
    }

    it('to every listener of the topic on the other node, in order, byte by byte', async () => {
      const heard = heardOn(two, 'a')
      const also = heardOn(two, 'a')
      await settled(one, two)
      one.publish('a', bytes(0, 255, 13, 10))
      one.publish('a', bytes())
      one.publish('b', bytes(7))
      await settled(one, two)
      expect(heard).toEqual(['0,255,13,10', ''])
      expect(also).toEqual(heard)
    })

    it('and not to the one who published', async () => {
      const mine = heardOn(one, 'a')
      await settled(two, one)
      one.publish('a', bytes(1))
      await settled(one, two)
      two.publish('a', bytes(2))
      await settled(two, one)
      expect(mine).toEqual(['2'])
    })

    it('until the listener stops, and again when there is a new one', async () => {
      const heard: number[] = []
      for (let i = 1; i <= 3; i++) {
        const stop = two.subscribe('a', () => heard.push(i))
        await settled(one, two)
        one.publish('a', bytes(i))
        await settled(one, two)
        stop()
        stop()
      }
      // stopped and wanted again before anybody could agree to it
      two.subscribe('a', () => heard.push(4))()
      two.subscribe('a', () => heard.push(5))
      await settled(one, two)
      one.publish('a', bytes(1))
      await settled(one, two)
      expect(heard).toEqual([1, 2, 3, 5])
    })

    it('whoever subscribes and then asks, hears the answer', async () => {
      two.subscribe('ask', () => two.publish('answer', bytes(2)))
      await settled(one, two)
      const heard = heardOn(one, 'answer')
      one.publish('ask', bytes(1))
      await until(() => heard.length === 1, 'the answer')
    })

    it('large and many', async () => {
      const lengths: number[] = []
      two.subscribe('a', (message) => lengths.push(message.length))
      await settled(one, two)
      one.publish('a', new Uint8Array(300_000))
      for (let i = 0; i < 500; i++) one.publish('a', bytes(1))
      await until(() => lengths.length === 501, 'all of them')
      expect(lengths[0]).toBe(300_000)
    })

    it('says when it is cut off, throws nothing, and says when it is back, with all topics', async () => {
      const heard = heardOn(two, 'a')
      let restored = 0
      const stop = two.onRestored(() => restored++)
      await settled(one, two)
      expect([one.isUp, two.isUp, restored]).toEqual([true, true, 0])
      await buses.cut()
      await until(() => !one.isUp && !two.isUp, 'both to notice')
      for (let i = 0; i < 100; i++) one.publish('a', bytes(1))
      const meanwhile = heardOn(two, 'meanwhile')
      two.subscribe('gone', () => undefined)()
      await buses.mend()
      await until(() => one.isUp && two.isUp, 'both to be back')
      expect(restored).toBe(1)
      one.publish('a', bytes(2))
      one.publish('meanwhile', bytes(3))
      await until(() => heard.length > 0 && meanwhile.length > 0, 'topics from before and from meanwhile')
      // what was said while nobody could hear is not said later
      expect([heard, meanwhile]).toEqual([['2'], ['3']])
      stop()
      await buses.cut()
      await until(() => !two.isUp, 'it to notice')
      await buses.mend()
      await until(() => two.isUp, 'it to be back')
      expect(restored).toBe(1)
    })

    it('nothing after it is closed, and nothing throws', async () => {
      const heard = heardOn(two, 'a')
      await settled(one, two)
      await two.close()
      one.publish('a', bytes(1))
      two.publish('a', bytes(1))
      expect([heard, two.isUp]).toEqual([[], false])
      await two.close()
    })
  })
}
