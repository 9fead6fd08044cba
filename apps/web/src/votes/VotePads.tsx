import { type Item, type ItemId, openVote, type Vote } from '@second-story/board'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useKeys } from '../board/keyboard/use-keys.ts'
import { overlaps } from '../map/geometry/box.ts'
import type { Stage } from '../map/stage/stage.ts'
import { sameList, useBoard, useSession } from '../session/use-session.ts'
import { DotButtons } from './DotButtons.tsx'
import { changeDots } from './my-dots.ts'
import { useMyDots, useVotedOn } from './use-vote.ts'
import styles from './VotePads.module.css'

/** Further out than this things are too small to aim at: the list has them. */
const LEAST_ZOOM = 0.35
const MOST_SHOWN = 150

/** While a vote is open, a place for dots on each thing near the view. */
export function VotePads({ stage }: { readonly stage: Stage }) {
  const session = useSession()
  const vote = useBoard((board) => openVote(board.conduct))
  return vote && session.mayWrite() && session.sample === null ? <Pads stage={stage} vote={vote} /> : null
}

function Pads({ stage, vote }: { readonly stage: Stage; readonly vote: Vote }) {
  const session = useSession()
  const items = useVotedOn(vote)
  const mine = useMyDots(vote)
  const host = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState<readonly ItemId[]>([])
  const press = (by: 1 | -1) => (): unknown => {
    const [only] = useBoardUi.getState().items
    const item =
      useBoardUi.getState().items.size === 1 && only ? items.find(({ id }) => id === only) : undefined
    return item ? changeDots(session, item, by) : false
  }
  useKeys({ '.': press(1), ',': press(-1) })

  useEffect(() => {
    const follow = (): void => {
      setNear((before) => {
        const now = nearIn(stage, items)
        return sameList(before, now) ? before : now
      })
      place(stage, host.current)
    }
    follow()
    return stage.onFrame(follow)
  }, [stage, items])
  // those that have just come stand where they belong at once
  useLayoutEffect(() => place(stage, host.current))

  useEffect(() => {
    const layer = host.current
    if (!layer) return
    // a cursor that rests on a thing's dots would tell everybody what one gives
    const hush = (event: Event): void => {
      event.stopPropagation()
      session.people.show({ cursor: null })
    }
    layer.addEventListener('pointermove', hush)
    return () => layer.removeEventListener('pointermove', hush)
  }, [session])

  const byId = new Map(items.map((item) => [item.id, item]))
  return (
    <div ref={host} className={styles.pads} data-over-map>
      {mine &&
        near.map((id) => {
          const item = byId.get(id)
          if (!item) return null
          return (
            <div key={id} className={styles.pad} data-pad={id}>
              <DotButtons item={item} mine={mine.dots[id] ?? 0} left={mine.left} skipped />
            </div>
          )
        })}
    </div>
  )
}

/** What is near enough to give dots to. */
function nearIn(stage: Stage, items: readonly Item[]): readonly ItemId[] {
  if (stage.view.zoom < LEAST_ZOOM) return []
  const area = stage.area()
  const inside = items.filter(({ id }) => {
    const one = stage.scene.items.get(id)
    return one && overlaps(one, area)
  })
  return inside.slice(0, MOST_SHOWN).map(({ id }) => id)
}

/** Each at the lower left corner of its thing, also while that is dragged; as large at any zoom. */
function place(stage: Stage, layer: HTMLElement | null): void {
  const { x, y, zoom } = stage.view
  for (const pad of layer?.children ?? []) {
    const one = pad instanceof HTMLElement && stage.scene.items.get(pad.dataset.pad as ItemId)
    if (!one) continue
    const [left, top] = [Math.round(one.x * zoom + x), Math.round((one.y + one.h) * zoom + y)]
    pad.style.transform = `translate(${left + 8}px,${top - 13}px)`
  }
}
