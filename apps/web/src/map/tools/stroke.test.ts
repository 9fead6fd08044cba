import { describe, expect, it } from 'vitest'
import { Stroke } from './stroke.ts'

function start() {
  const written: { x: unknown; stroke: unknown }[] = []
  const gaveUp: unknown[] = []
  const session = {
    do: (commands: readonly unknown[], _words?: string, stroke?: object) => {
      written.push({ x: (commands[0] as { x: number }).x, stroke })
      return { ok: true }
    },
    history: { giveUp: (stroke: object) => gaveUp.push(stroke) },
  }
  const stroke = new Stroke(session as never, 1_000)
  return { written, gaveUp, stroke, at: (now: number) => stroke.follow(now, () => [{ x: now }]) }
}

describe('the writing of a drag', () => {
  it('goes on at most a few times a second, and once at the end', () => {
    const { written, stroke, at } = start()
    for (let now = 1_000; now < 2_000; now += 16) at(now)
    expect(written.length).toBe(3)
    stroke.rest([{ x: 7 }])
    expect(written.at(-1)?.x).toBe(7)
  })

  it('is one stroke, which can be given up', () => {
    const { written, gaveUp, stroke, at } = start()
    at(1_400)
    at(1_800)
    stroke.rest([{ x: 1 }])
    expect(written.every((one) => one.stroke === stroke)).toBe(true)
    stroke.giveUp()
    expect(gaveUp).toEqual([stroke])
  })

  it('writes nothing of a short one until it rests', () => {
    const { written, at } = start()
    at(1_299)
    expect(written).toEqual([])
  })
})
