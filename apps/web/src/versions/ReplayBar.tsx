import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { IconButton } from '../ui/IconButton.tsx'
import { Segments } from '../ui/Segments.tsx'
import { type Move, type Player, SPEEDS } from './player.ts'
import styles from './ReplayBar.module.css'
import { Scrubber } from './Scrubber.tsx'

export interface ReplayBarProps {
  readonly player: Player
  readonly length: number
  readonly marks: readonly { readonly frame: number; readonly title: string }[]
  readonly when: string
  readonly what: string
  readonly act: (move: Move) => void
}

const SPEED_OPTIONS = SPEEDS.map((id) => ({ id, label: `${id}×` }))

/** Below the picture: the time, what changed, and all that moves it. */
export function ReplayBar({ player, length, marks, when, what, act }: ReplayBarProps) {
  const { frame, isPlaying, speed } = player
  return (
    <section className={styles.bar} aria-label="Replay">
      <p className={styles.now}>
        <b>{when}</b>
        <span>{what}</span>
      </p>
      <Scrubber frame={frame} length={length} marks={marks} words={`${when}, ${what}`} act={act} />
      <div className={styles.hands}>
        <span className={styles.count}>
          {frame + 1} of {length}
        </span>
        <span className={styles.walk}>
          <IconButton label="One step back" keys="←" size="big" onPress={() => act({ do: 'by', frames: -1 })}>
            <ChevronLeft />
          </IconButton>
          <IconButton
            label={isPlaying ? 'Pause' : 'Play'}
            keys="Space"
            size="big"
            className={styles.play ?? ''}
            onPress={() => act({ do: 'play' })}
          >
            {isPlaying ? <Pause /> : <Play />}
          </IconButton>
          <IconButton label="One step on" keys="→" size="big" onPress={() => act({ do: 'by', frames: 1 })}>
            <ChevronRight />
          </IconButton>
        </span>
        <span className={styles.speed}>
          <Segments
            label="Speed"
            options={SPEED_OPTIONS}
            value={speed}
            onChange={(next) => act({ do: 'speed', speed: next })}
          />
        </span>
      </div>
    </section>
  )
}
