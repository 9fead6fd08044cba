import { describe, expect, it } from 'vitest'
import { type LayerFacts, RETRY_AFTER_MS, type SavedFacts, savedState, savedWords } from './saved-state.ts'

const up: LayerFacts = { unsaved: 0, connected: true, settled: true, oldest: null, isKept: true }
const down: LayerFacts = { ...up, connected: false, settled: false }
const facts = (change: Partial<SavedFacts>): SavedFacts => ({
  layers: [up, up],
  savedAt: 1_000,
  openedAt: 0,
  stopped: null,
  ...change,
})

describe('the badge', () => {
  it('says saved only when nothing waits in any layer and every connection is up', () => {
    expect(savedState(facts({}), 2_000)).toEqual({ state: 'saved', at: 1_000 })
    const waiting = { ...up, unsaved: 1, settled: false, oldest: 1_900 }
    expect(savedState(facts({ layers: [up, waiting] }), 2_000).state).toBe('saving')
    expect(savedState(facts({ layers: [up, down] }), 9_000).state).toBe('offline')
  })

  it('does not say saved before the last mark of every layer is, though nothing was counted', () => {
    const sent = { ...up, settled: false }
    expect(savedState(facts({ layers: [up, sent] }), 2_000).state).toBe('saving')
    expect(savedState(facts({ layers: [sent, sent], savedAt: null }), 2_000).state).toBe('connecting')
  })

  it('counts what is kept here over all layers while offline', () => {
    const layers = [
      { ...down, unsaved: 2, oldest: 10 },
      { ...up, unsaved: 1, settled: false, oldest: 20 },
    ]
    expect(savedState(facts({ layers }), 60_000)).toEqual({ state: 'offline', changes: 3, isKept: true })
  })

  it('does not call kept what a reload would lose', () => {
    const layers = [
      { ...down, unsaved: 2, isKept: false },
      { ...down, unsaved: 1 },
    ]
    expect(savedState(facts({ layers }), 60_000)).toEqual({ state: 'offline', changes: 3, isKept: false })
    // a layer that keeps nothing and holds nothing takes nothing along
    const empty = [
      { ...down, isKept: false },
      { ...down, unsaved: 1 },
    ]
    expect(savedState(facts({ layers: empty }), 60_000)).toMatchObject({ isKept: true })
  })

  it('says that it is retrying when no answer comes for a while', () => {
    const layers = [{ ...up, unsaved: 1, settled: false, oldest: 0 }]
    expect(savedState(facts({ layers }), RETRY_AFTER_MS).state).toBe('saving')
    expect(savedState(facts({ layers }), RETRY_AFTER_MS + 1).state).toBe('retrying')
  })

  it('is not offline in the first moments of a page', () => {
    expect(savedState(facts({ layers: [down], savedAt: null }), 100).state).toBe('connecting')
    expect(savedState(facts({ layers: [down], savedAt: null }), 5_000).state).toBe('offline')
  })

  it('stops for good when the server will not have us', () => {
    const stopped = { state: 'stopped', words: 'x', why: 'no-access', unsaved: 1 } as const
    expect(savedState(facts({ stopped }), 0)).toBe(stopped)
  })

  it('speaks in words', () => {
    const clock = () => '10:42'
    expect(savedWords({ state: 'saved', at: 1 }, clock)).toBe('Saved 10:42')
    expect(savedWords({ state: 'offline', changes: 3, isKept: true }, clock)).toBe(
      'Offline, 3 changes kept here',
    )
    expect(savedWords({ state: 'offline', changes: 1, isKept: true }, clock)).toBe(
      'Offline, 1 change kept here',
    )
    expect(savedWords({ state: 'offline', changes: 1, isKept: false }, clock)).toBe(
      'Offline, 1 change only in this tab',
    )
    expect(savedWords({ state: 'retrying', changes: 1, isKept: true }, clock)).toBe('Not saved, retrying')
  })
})
