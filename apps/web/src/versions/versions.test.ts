import type { Version } from '@second-story/protocol'
import { describe, expect, it } from 'vitest'
import { type Move, move, moveOf, type Player, stepMs } from './player.ts'
import { sayTime } from './say-time.ts'
import { aboutVersion, sayChanges, titleOf } from './version-words.ts'

const still: Player = { frame: 3, isPlaying: false, speed: '1' }
const after = (player: Player, ...moves: readonly Move[]): Player =>
  moves.reduce((now, one) => move(now, 10, one), player)

describe('playing', () => {
  it('goes step by step and stops at the last', () => {
    const playing = after({ ...still, frame: 7 }, { do: 'play' })
    expect(playing).toMatchObject({ frame: 7, isPlaying: true })
    expect(after(playing, { do: 'tick' })).toMatchObject({ frame: 8, isPlaying: true })
    expect(after(playing, { do: 'tick' }, { do: 'tick' })).toMatchObject({ frame: 9, isPlaying: false })
  })

  it('begins again from its end, and has nothing to play where there is one moment', () => {
    expect(after({ ...still, frame: 9 }, { do: 'play' })).toMatchObject({ frame: 0, isPlaying: true })
    expect(move({ ...still, frame: 0 }, 1, { do: 'play' }).isPlaying).toBe(false)
    expect(move({ ...still, frame: 0 }, 0, { do: 'by', frames: 1 }).frame).toBe(0)
  })

  it('pauses when somebody takes it in hand', () => {
    const playing = { ...still, isPlaying: true }
    for (const what of [{ do: 'by', frames: 1 }, { do: 'to', frame: 2 }, { do: 'play' }] as const)
      expect(after(playing, what).isPlaying).toBe(false)
    expect(after(playing, { do: 'speed', speed: '4' })).toMatchObject({ isPlaying: true, frame: 3 })
  })

  it('stays within its frames', () => {
    expect(after(still, { do: 'by', frames: -8 }).frame).toBe(0)
    expect(after(still, { do: 'to', frame: 99 }).frame).toBe(9)
  })

  it('jumps from name to name, else to the ends', () => {
    const among = [2, 5]
    expect(after(still, { do: 'jump', among, forward: true }).frame).toBe(5)
    expect(after(still, { do: 'jump', among, forward: false }).frame).toBe(2)
    expect(after({ ...still, frame: 6 }, { do: 'jump', among, forward: true }).frame).toBe(9)
    expect(after({ ...still, frame: 2 }, { do: 'jump', among, forward: false }).frame).toBe(0)
  })

  it('is twice as fast at 2', () => {
    expect(stepMs({ ...still, speed: '2' })).toBe(stepMs(still) / 2)
  })

  it('is walked by keys', () => {
    const by = (key: string): number => after(still, moveOf(key, [8]) ?? { do: 'tick' }).frame
    expect(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageDown', 'PageUp'].map(by)).toEqual([
      2, 4, 0, 9, 8, 0,
    ])
    expect(moveOf(' ', [])).toEqual({ do: 'play' })
    expect(moveOf('x', [])).toBeNull()
  })
})

describe('words', () => {
  const now = new Date(2026, 10, 21, 16, 0).getTime()
  const version: Version = {
    id: 'v',
    at: new Date(2026, 10, 21, 14, 5).getTime(),
    kind: 'auto',
    title: null,
    counts: { components: 1, factors: 2, events: 0, arrows: 0 },
    changes: [],
  }

  it('says when as people do', () => {
    expect(sayTime(version.at, now)).toBe('Today 14:05')
    expect(sayTime(new Date(2026, 10, 20, 23, 59).getTime(), now)).toBe('Yesterday 23:59')
    expect(sayTime(new Date(2026, 10, 13, 9, 0).getTime(), now)).toMatch(/13.*09:00/)
    expect(sayTime(new Date(2024, 10, 13, 9, 0).getTime(), now)).toMatch(/2024/)
  })

  it('calls a version by its name, else by its time', () => {
    expect(titleOf(version, now)).toBe('Today 14:05')
    expect(titleOf({ ...version, title: 'Before the fix' }, now)).toBe('Before the fix')
  })

  it('says what changed, else what is there', () => {
    expect(aboutVersion(version, now)).toBe('1 component, 2 factors')
    expect(aboutVersion({ ...version, changes: ['3 factors added'] }, now)).toBe('3 factors added')
    expect(aboutVersion({ ...version, kind: 'before-restore' }, now)).toMatch(/^kept before going back · /)
    expect(aboutVersion({ ...version, title: 'x' }, now)).toMatch(/^Today 14:05 · /)
    expect(sayChanges(['a', 'b', 'c'], 2)).toBe('a, b and more')
  })
})
