import type { Frame } from '@second-story/board'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useEffect } from 'react'
import { announce } from '../../aloud/announce.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import { useKeys } from '../../board/keyboard/use-keys.ts'
import { nameOf } from '../../outline/item-words.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { viewOf } from '../stage/look-at.ts'
import type { Stage } from '../stage/stage.ts'
import { frameAt, framesOf } from './frames.ts'
import styles from './PresentBar.module.css'
import { endPresenting, presentBy } from './present.ts'

/** Room round a presented frame: its tab and the map's switch above, this bar below. */
const ROOM = { top: 92, right: 28, bottom: 76, left: 28 }

/** While people stand on a frame: it fills the map, and from here one goes on. */
export function PresentBar({ stage }: { readonly stage: Stage }) {
  const walking = useBoardUi((ui) => ui.walking)
  const frame = useBoard((board) => frameAt(board, walking))
  return frame ? <Bar stage={stage} frame={frame} /> : null
}

function Bar({ stage, frame }: { readonly stage: Stage; readonly frame: Frame }) {
  const session = useSession()
  const at = useBoard((board) => framesOf(board).findIndex(({ id }) => id === frame.id))
  const count = useBoard((board) => framesOf(board).length)
  const { id, place } = frame
  const name = nameOf(frame)
  const box = place ? `${place.x} ${place.y} ${place.w} ${place.h}` : ''
  useEffect(() => {
    const [x = 0, y = 0, w = 1, h = 1] = box.split(' ').map(Number)
    const fit = (): void => stage.look(viewOf({ x, y, w, h }, stage.size(), ROOM, 2), 420)
    fit()
    window.addEventListener('resize', fit)
    return () => window.removeEventListener('resize', fit)
  }, [stage, box])
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each frame, not when it is renamed
  useEffect(() => announce(`${name}, ${at + 1} of ${count}`), [id])
  const by = (step: number) => () => {
    presentBy(session, step)
  }
  useKeys({
    arrowright: by(1),
    arrowdown: by(1),
    pagedown: by(1),
    space: by(1),
    arrowleft: by(-1),
    arrowup: by(-1),
    pageup: by(-1),
    home: by(-at),
    end: by(count - 1 - at),
    escape: () => endPresenting(session),
  })
  return (
    <div className={styles.bar} role="toolbar" aria-label="Presenting" data-over-map>
      <IconButton label="The frame before" isDisabled={at <= 0} onPress={by(-1)}>
        <ChevronLeft />
      </IconButton>
      <span className={styles.words}>
        <b>{name}</b>
        {at + 1} of {count}
      </span>
      <IconButton label="The next frame" isDisabled={at >= count - 1} onPress={by(1)}>
        <ChevronRight />
      </IconButton>
      <IconButton label="End presenting" onPress={() => endPresenting(session)}>
        <X />
      </IconButton>
    </div>
  )
}
