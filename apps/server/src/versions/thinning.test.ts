import { type Random, seededRandom } from '@second-story/std'
import { describe, expect, test } from 'vitest'
import { MOST_UNNAMED, MOST_UNNAMED_BYTES, type Thinned, toDrop } from './thinning.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Days of work: a version every ten minutes or more while people work, thinned out after each, as the server does. */
function worked(random: Random, days: number, size = 10_000) {
  let versions: Thinned[] = []
  const all: Thinned[] = []
  let now = 1_700_000_000_000
  for (let day = 0; day < days; day++) {
    const count = Math.floor(random() * 30)
    for (let i = 0; i < count; i++) {
      now += 10 * MINUTE + Math.floor(random() * HOUR * 0.3)
      const dice = random()
      const kind = dice < 0.03 ? 'named' : dice < 0.05 ? 'before-restore' : 'auto'
      const one: Thinned = { id: `${day}-${i}`, at: now, kind, size }
      versions.push(one)
      all.push(one)
      const gone = new Set(toDrop(versions, now))
      versions = versions.filter(({ id }) => !gone.has(id))
    }
    now += DAY / 2
  }
  return { versions, all, now }
}

describe('thinning out versions', () => {
  test('named ones and the newest are never dropped, and there are never more than may be', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { versions, all, now } = worked(seededRandom(seed), 120)
      const left = new Set(versions.map(({ id }) => id))
      for (const one of all) if (one.kind === 'named') expect(left.has(one.id), one.id).toBe(true)
      expect(left.has(all.at(-1)?.id ?? '')).toBe(true)
      const unnamed = versions.filter(({ kind }) => kind !== 'named')
      expect(unnamed.length).toBeLessThanOrEqual(MOST_UNNAMED)
      const gone = toDrop(versions, now)
      expect(
        toDrop(
          versions.filter(({ id }) => !gone.includes(id)),
          now,
        ),
      ).toEqual([])
    }
  })

  test('what is a day old is there whole, older times are never far from a version', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { versions, all, now } = worked(seededRandom(seed), 25)
      const near = (at: number, within: number): boolean =>
        versions.some((one) => one.at >= at && one.at - at <= within)
      for (const one of all) {
        const age = now - one.at
        if (one.kind === 'named') continue
        const within = age < DAY ? 0 : age < 3 * DAY ? HOUR : DAY
        expect(near(one.at, within), `seed ${seed}: ${one.id}, ${age / HOUR} h old`).toBe(true)
      }
    }
  })

  test('the state before going back stays for two weeks', () => {
    const now = 1_700_000_000_000
    const versions: Thinned[] = Array.from({ length: 40 }, (_, i) => ({
      id: `${i}`,
      at: now - 5 * DAY + i * MINUTE,
      kind: i % 10 === 0 ? 'before-restore' : 'auto',
      size: 1,
    }))
    const gone = new Set(toDrop(versions, now))
    for (const { id, kind } of versions) if (kind === 'before-restore') expect(gone.has(id)).toBe(false)
    expect(gone.size).toBeGreaterThan(30)
  })

  test('large ones are fewer: their bytes are bounded', () => {
    const { versions, now } = worked(seededRandom(3), 60, 3_000_000)
    const unnamed = versions.filter(({ kind }) => kind !== 'named')
    expect(unnamed.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(MOST_UNNAMED_BYTES)
    expect(unnamed.length).toBeGreaterThan(5)
    expect(now - Math.min(...unnamed.map(({ at }) => at))).toBeGreaterThan(20 * DAY)
  })

  test('a clock that goes back an hour drops nothing young', () => {
    const now = 1_700_000_000_000
    const versions: Thinned[] = [0, 1, 2].map((i) => ({
      id: `${i}`,
      at: now + i * HOUR,
      kind: 'auto',
      size: 1,
    }))
    expect(toDrop(versions, now)).toEqual([])
  })
})
