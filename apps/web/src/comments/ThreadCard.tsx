import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { focusView } from '../board/keyboard/keep-focus.ts'
import type { Stage } from '../map/stage/stage.ts'
import { useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { usePhone } from '../ui/use-phone.ts'
import { cardSpot } from './card-spot.ts'
import { useCommentsUi } from './comments-ui.ts'
import { cornerOn } from './corner.ts'
import styles from './Pins.module.css'
import { spotOf } from './pin-layer.ts'
import { readThread } from './start.ts'
import { ThreadLine } from './ThreadLine.tsx'
import { ThreadView } from './ThreadView.tsx'
import { allOf, useTalk, useThreads } from './use-threads.ts'
import { say } from './words.ts'

/** The thread that is read, beside its pin; with the panel open, or on a phone, it is read there. */
export function ThreadCard({ stage }: { readonly stage: Stage }) {
  const isPhone = usePhone()
  const inPanel = useBoardUi((ui) => ui.panel === 'comments')
  const { open, begun, choices, close } = useCommentsUi()
  const unseen = useCell(useTalk().unseen)
  const threads = useThreads()
  const thread = threads.find(({ id }) => id === open) ?? null
  const chosen = threads.filter(({ id }) => choices.includes(id))
  const on = thread?.on ?? begun ?? chosen[0]?.on ?? null
  const card = useRef<HTMLDivElement>(null)
  const isShown = !isPhone && on !== null && (!inPanel || (chosen.length > 0 && !thread && !begun))
  useSpot(card, stage, isShown ? on : null)
  useEffect(() => {
    if (!isShown) return
    // a press beside it closes it; what was begun in it is kept
    const outside = (event: PointerEvent): void => {
      const at = event.target
      if (!(at instanceof Element) || !at.closest('[data-map]')) return
      if (!at.closest('[data-thread-card],[data-pin]')) close()
    }
    window.addEventListener('pointerdown', outside)
    return () => window.removeEventListener('pointerdown', outside)
  }, [isShown, close])
  // the card is where one is
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another thread is read
  useEffect(() => {
    if (isShown && card.current && !card.current.contains(document.activeElement)) card.current.focus()
  }, [isShown, open])
  if (!isShown) return null
  const leave = (): void => {
    close()
    focusView()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Escape') leave()
  }
  return (
    <div
      ref={card}
      className={styles.card}
      role="dialog"
      aria-label={thread ? say.comment : begun ? say.new : say.comments}
      tabIndex={-1}
      data-thread-card
      data-over-map
      onKeyDown={onKeyDown}
      onWheel={(event) => event.stopPropagation()}
    >
      {thread || begun ? (
        <ThreadView key={thread?.id ?? 'new'} thread={thread} begun={begun} autoFocus onClose={leave} />
      ) : (
        <ul className={styles.choices}>
          {chosen.map((one) => (
            <ThreadLine
              key={one.id}
              thread={one}
              unseen={allOf(one).some(({ id }) => unseen.has(id))}
              waiting={false}
              onPress={() => readThread(one.id)}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

/** Stays beside its pin while the view, or what the pin stands on, moves. */
function useSpot(
  card: RefObject<HTMLDivElement | null>,
  stage: Stage,
  on: Parameters<typeof spotOf>[0] | null,
): void {
  const session = useSession()
  useEffect(() => {
    if (!on) return
    const put = (): void => {
      const element = card.current
      const at = spotOf(on, cornerOn(stage, session))
      if (!element) return
      const size = { w: element.offsetWidth, h: element.offsetHeight }
      const { x, y } = cardSpot(at ? stage.toScreen(at) : null, size, stage.size())
      element.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`
    }
    put()
    const watched = new ResizeObserver(put)
    if (card.current) watched.observe(card.current)
    const stop = stage.onFrame(put)
    return () => {
      stop()
      watched.disconnect()
    }
  }, [card, stage, session, on])
}
