import { describe, expect, it } from 'vitest'
import { RETRY_AFTER_MS, type SavedFacts, savedState, savedWords } from './saved-state.ts'

const up = { unsaved: 0, connected: true, oldest: null }
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
    const waiting = { unsaved: 1, connected: true, oldest: 1_900 }
    expect(savedState(facts({ layers: [up, waiting] }), 2_000).state).toBe('saving')
    expect(savedState(facts({ layers: [up, { ...up, connected: false }] }), 9_000).state).toBe('offline')
  })

  it('counts what is kept here over all layers while offline', () => {
    const layers = [
      { unsaved: 2, connected: false, oldest: 10 },
      { unsaved: 1, connected: true, oldest: 20 },
    ]
    expect(savedState(facts({ layers }), 60_000)).toEqual({ state: 'offline', changes: 3 })
  })

  it('says that it is retrying when no answer comes for a while', () => {
    const layers = [{ unsaved: 1, connected: true, oldest: 0 }]
    expect(savedState(facts({ layers }), RETRY_AFTER_MS).state).toBe('saving')
    expect(savedState(facts({ layers }), RETRY_AFTER_MS + 1).state).toBe('retrying')
  })

  it('is not offline in the first moments of a page', () => {
    const layers = [{ ...up, connected: false }]
    expect(savedState(facts({ layers, savedAt: null }), 100).state).toBe('connecting')
    expect(savedState(facts({ layers, savedAt: null }), 5_000).state).toBe('offline')
  })

  it('stops for good when the server will not have us', () => {
    const stopped = { state: 'stopped', words: 'x', why: 'no-access', unsaved: 1 } as const
    expect(savedState(facts({ stopped }), 0)).toBe(stopped)
  })

  it('speaks in words', () => {
    const clock = () => '10:42'
    expect(savedWords({ state: 'saved', at: 1 }, clock)).toBe('Saved 10:42')
    expect(savedWords({ state: 'offline', changes: 3 }, clock)).toBe('Offline, 3 changes kept here')
    expect(savedWords({ state: 'offline', changes: 1 }, clock)).toBe('Offline, 1 change kept here')
    expect(savedWords({ state: 'retrying' }, clock)).toBe('Not saved, retrying')
  })
})
