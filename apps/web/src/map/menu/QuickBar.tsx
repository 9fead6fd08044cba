import {
  Copy,
  Ellipsis,
  Link2,
  MessageCircleQuestionMark,
  MessageSquare,
  Palette,
  PenLine,
  RotateCcw,
  Scaling,
  Spline,
  SquareDashed,
  Stamp,
} from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useBoardUi } from '../../board/board-ui.ts'
import { MOD } from '../../board/key-list.ts'
import { commentOn } from '../../comments/start.ts'
import { say as commentWords } from '../../comments/words.ts'
import { copyLinkTo } from '../../go/link-to.ts'
import { say } from '../../go/words.ts'
import { useSession } from '../../session/use-session.ts'
import { StampEntries } from '../../stamps/StampEntries.tsx'
import { say as stampWords } from '../../stamps/words.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { turnRound } from '../actions/arrow-shape.ts'
import { boundSelected } from '../actions/bound-selected.ts'
import { duplicateSelected } from '../actions/duplicate.ts'
import { growFrom } from '../actions/grow.ts'
import { hasEnds } from '../actions/link.ts'
import { sameSize } from '../actions/same-size.ts'
import { useMapState } from '../map-state.ts'
import { NoteEntries } from '../notes/NoteEntries.tsx'
import { notesOf } from '../notes/note-look.ts'
import { say as noteWords } from '../notes/words.ts'
import type { Stage } from '../stage/stage.ts'
import { barSpot } from './bar-spot.ts'
import styles from './QuickBar.module.css'

/** The few things people do next with what they selected, beside it; everything else is behind the dots. */
export function QuickBar({ stage }: { readonly stage: Stage }) {
  const session = useSession()
  const bar = useRef<HTMLDivElement>(null)
  const items = useBoardUi((ui) => ui.items)
  const relations = useBoardUi((ui) => ui.relations)
  const [only] = items
  const item = items.size === 1 && only ? session.live.snapshot.items.get(only) : undefined
  const [arrow] = relations
  const words = items.size + relations.size === 1 && !item && arrow
  const linked = item?.id ?? (words || undefined)
  const isNotes = items.size > 0 && notesOf(session.live.snapshot, items).length === items.size
  const joins = hasEnds(session.live.snapshot, items)
  useSpot(bar, stage)
  return (
    <Toolbar ref={bar} className={styles.bar ?? ''} aria-label="For what is selected" data-over-map>
      {words && (
        <>
          <IconButton
            size="small"
            label="Words on the line"
            keys="Enter"
            onPress={() => useMapState.getState().set({ wording: arrow })}
          >
            <PenLine />
          </IconButton>
          <IconButton
            size="small"
            label="Turn round"
            onPress={() => {
              const relation = session.live.snapshot.relations.get(arrow)
              if (relation) turnRound(session, relation)
            }}
          >
            <RotateCcw />
          </IconButton>
        </>
      )}
      {joins && (
        <IconButton
          size="small"
          label={item ? 'Connect to another' : 'Connect all to another'}
          keys="A"
          onPress={() => useMapState.getState().set({ linking: [...items] })}
        >
          <Spline />
        </IconButton>
      )}
      {item && joins && item.type !== 'question' && (
        <IconButton size="small" label="Ask about it" keys="Q" onPress={() => growFrom(item, 'question')}>
          <MessageCircleQuestionMark />
        </IconButton>
      )}
      {isNotes && (
        <Menu
          label={noteWords.look}
          placement="bottom start"
          trigger={
            <IconButton size="small" label={noteWords.look} keys="1–5">
              <Palette />
            </IconButton>
          }
        >
          <NoteEntries items={items} />
        </Menu>
      )}
      {items.size > 0 && (
        <Menu
          label={stampWords.stamp}
          placement="bottom start"
          trigger={
            <IconButton size="small" label={stampWords.stamp}>
              <Stamp />
            </IconButton>
          }
        >
          <StampEntries items={items} />
        </Menu>
      )}
      {item?.layer === 'common' && (
        <IconButton
          size="small"
          label={commentWords.comment}
          keys="⇧ C"
          onPress={() => void commentOn(session, item.id)}
        >
          <MessageSquare />
        </IconButton>
      )}
      {items.size > 1 && (
        <>
          <IconButton
            size="small"
            label="Boundary round them"
            keys="B"
            onPress={() => boundSelected(session)}
          >
            <SquareDashed />
          </IconButton>
          <IconButton size="small" label="All one size" onPress={() => void sameSize(session)}>
            <Scaling />
          </IconButton>
        </>
      )}
      {items.size > 0 && (
        <IconButton
          size="small"
          label="Duplicate"
          keys={`${MOD} D`}
          onPress={() => duplicateSelected(session)}
        >
          <Copy />
        </IconButton>
      )}
      {linked && session.sample === null && (
        <IconButton size="small" label={say.copyLink} onPress={() => void copyLinkTo(session, linked)}>
          <Link2 />
        </IconButton>
      )}
      <IconButton size="small" label="Everything for it" onPress={() => openMenu(bar.current, stage)}>
        <Ellipsis />
      </IconButton>
    </Toolbar>
  )
}

/** Stays beside the selection while the view moves. */
function useSpot(bar: RefObject<HTMLDivElement | null>, stage: Stage): void {
  useEffect(() => {
    const put = (): void => {
      const element = bar.current
      if (!element) return
      const ui = useBoardUi.getState()
      const ends = [...ui.relations].flatMap((id) => {
        const arrow = stage.scene.arrows.get(id)
        return arrow ? [stage.gallery.arrow(arrow).box] : []
      })
      const size = { w: element.offsetWidth, h: element.offsetHeight }
      const spot = barSpot([stage.bounds(ui.items), ...ends], stage, size)
      element.style.display = spot ? '' : 'none'
      if (spot) element.style.transform = `translate(${Math.round(spot.x)}px,${Math.round(spot.y)}px)`
    }
    put()
    return stage.onFrame(put)
  })
}

function openMenu(bar: HTMLElement | null, stage: Stage): void {
  if (!bar) return
  const { x, y } = new DOMMatrix(getComputedStyle(bar).transform).transformPoint({
    x: bar.offsetWidth - 30,
    y: bar.offsetHeight,
  })
  const { left, top } = bar.parentElement?.getBoundingClientRect() ?? { left: 0, top: 0 }
  useMapState.getState().set({ menu: { screen: { x, y }, at: stage.toBoard(left + x, top + y) } })
}
