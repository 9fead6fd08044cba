import {
  type BoardSnapshot,
  changesInWords,
  Film,
  printsAfter,
  type Step,
  stepSince,
} from '@second-story/board'
import type { HistoryStep, Version } from '@second-story/protocol'
import type * as Y from 'yjs'

/** One moment of a replay. */
export interface Frame {
  readonly at: number
  /** the board went back then, to how it was at this time */
  readonly restoredTo: number | null
}

/** A board's history as it is played: its moments, and how the board looked at each. */
export class Reel {
  readonly frames: readonly Frame[]
  readonly #film: Film

  constructor(frames: readonly Frame[], film: Film) {
    this.frames = frames
    this.#film = film
  }

  at(frame: number): BoardSnapshot {
    return this.#film.at(frame)
  }

  /** What changed with this frame, in words; of the first: nothing, it is the beginning. */
  changesAt(frame: number): readonly string[] {
    return frame <= 0 ? [] : changesInWords(this.at(frame - 1), this.at(frame))
  }

  /** Things that came or changed with this frame, to be marked on the picture. */
  touchedAt(frame: number): ReadonlySet<string> {
    if (frame <= 0) return new Set()
    const before = this.at(frame - 1)
    const now = this.at(frame)
    return new Set([...now.items].flatMap(([id, item]) => (before.items.get(id) === item ? [] : [id])))
  }

  /** The frame at which each named version was reached. */
  marks(versions: readonly Version[]): readonly { readonly frame: number; readonly title: string }[] {
    return versions
      .flatMap(({ at, title }) => {
        const frame = this.frames.findLastIndex((one) => one.at <= at)
        return title !== null && frame >= 0 ? [{ frame, title }] : []
      })
      .sort((a, b) => a.frame - b.frame)
  }
}

/** The steps that the server kept, and as the last one what happened since. */
export async function makeReel(
  kept: readonly HistoryStep[],
  common: Y.Doc | undefined,
  conduct: Y.Doc | undefined,
  now: number,
): Promise<Reel> {
  const steps: Step[] = await Promise.all(
    kept.map(async ({ put, gone }) => ({ put: await unfold(put), gone })),
  )
  const frames: Frame[] = kept.map(({ at, restoredTo }) => ({ at, restoredTo }))
  const since = common ? stepSince(common, printsAfter(steps)).step : null
  if (since) {
    steps.push(since)
    frames.push({ at: now, restoredTo: null })
  }
  return new Reel(frames, new Film(steps, conduct))
}

async function unfold(base64: string): Promise<Uint8Array> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
