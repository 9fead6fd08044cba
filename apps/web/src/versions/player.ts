/** Where a replay stands. Frames are counted from 0. */
export interface Player {
  readonly frame: number
  readonly isPlaying: boolean
  readonly speed: Speed
}

export const SPEEDS = ['1', '2', '4'] as const
export type Speed = (typeof SPEEDS)[number]

/** How long a step stays on the screen at speed 1. */
const STEP_MS = 1_600

export type Move =
  | { readonly do: 'to'; readonly frame: number }
  | { readonly do: 'by'; readonly frames: number }
  /** to the next or the former of these frames */
  | { readonly do: 'jump'; readonly among: readonly number[]; readonly forward: boolean }
  | { readonly do: 'play' }
  | { readonly do: 'tick' }
  | { readonly do: 'speed'; readonly speed: Speed }

/** What a key, a button or the passing of time does to a replay of so many frames. */
export function move(player: Player, length: number, what: Move): Player {
  const last = Math.max(0, length - 1)
  const at = (frame: number): number => Math.max(0, Math.min(last, Math.round(frame)))
  switch (what.do) {
    case 'to':
      return { ...player, frame: at(what.frame), isPlaying: false }
    case 'by':
      return { ...player, frame: at(player.frame + what.frames), isPlaying: false }
    case 'jump': {
      const { among, forward } = what
      const next = forward
        ? among.find((frame) => frame > player.frame)
        : among.findLast((frame) => frame < player.frame)
      return { ...player, frame: at(next ?? (forward ? last : 0)), isPlaying: false }
    }
    case 'play': {
      if (player.isPlaying) return { ...player, isPlaying: false }
      // at its end it begins again
      return { ...player, isPlaying: last > 0, frame: player.frame >= last ? 0 : player.frame }
    }
    case 'tick': {
      const frame = at(player.frame + 1)
      return { ...player, frame, isPlaying: player.isPlaying && frame < last }
    }
    case 'speed':
      return { ...player, speed: what.speed }
  }
}

/** ms until the next tick. */
export function stepMs(player: Player): number {
  return STEP_MS / Number(player.speed)
}

/** What a key asks for; null when it is not the replay's. */
export function moveOf(key: string, among: readonly number[]): Move | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return { do: 'by', frames: -1 }
    case 'ArrowRight':
    case 'ArrowUp':
      return { do: 'by', frames: 1 }
    case 'Home':
      return { do: 'to', frame: 0 }
    case 'End':
      return { do: 'to', frame: Number.MAX_SAFE_INTEGER }
    case 'PageUp':
      return { do: 'jump', among, forward: false }
    case 'PageDown':
      return { do: 'jump', among, forward: true }
    case ' ':
      return { do: 'play' }
    default:
      return null
  }
}
