import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '../../aloud/announce.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import { leaveHere } from '../../go/trail.ts'
import { useBoard } from '../../session/use-session.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { focusBack } from '../list/focus-back.ts'
import { useMapState } from '../map-state.ts'
import { currentStage } from '../stage/current-stage.ts'
import { bringIntoView } from './bring-into-view.ts'
import styles from './FindBar.module.css'
import { findOnMap, type Hit } from './find-on-map.ts'
import { findMatches, NO_MATCHES } from './matches.ts'
import { say } from './words.ts'

/** A pause in the typing, after which what was found is lit, in ms. */
const LIGHT_MS = 60

/** Finds words on the map: what has them stays bright, Enter goes from one to the next, Escape leaves the last in hand. */
export function FindBar() {
  const board = useBoard((all) => all)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState<Hit['id'] | null>(null)
  const found = useMemo(() => findOnMap(board, typed), [board, typed])
  const index = found.findIndex(({ id }) => id === at)
  const hasJumped = useRef(false)
  useEffect(() => {
    const items = found.flatMap((hit) => (hit.of === 'item' ? [hit.id] : []))
    const ends = found.flatMap((hit) => (hit.of === 'arrow' ? [hit.arrow.from, hit.arrow.to] : []))
    const relations = found.flatMap((hit) => (hit.of === 'arrow' ? [hit.id] : []))
    // lighting a large board anew costs more than a key may
    const timer = setTimeout(
      () =>
        findMatches.set({ items: new Set(items), relations: new Set(relations), ends: new Set(ends), at }),
      LIGHT_MS,
    )
    return () => clearTimeout(timer)
  }, [found, at])
  useEffect(() => () => findMatches.set(NO_MATCHES), [])
  const close = (): void => {
    const last = found[index]
    if (last?.of === 'item') useBoardUi.getState().select([last.id])
    else if (last) useBoardUi.getState().select([], [last.id])
    useMapState.getState().set({ finding: false })
    focusBack()
  }
  const step = (by: number): void => {
    const stage = currentStage.get()
    if (found.length === 0 || !stage) return
    // from nowhere on to the first, or back to the last
    const next = index < 0 ? (by > 0 ? 0 : found.length - 1) : (index + by + found.length) % found.length
    const hit = found[next]
    if (!hit) return
    if (!hasJumped.current) leaveHere()
    hasJumped.current = true
    setAt(hit.id)
    const box = stage.bounds(hit.of === 'item' ? [hit.id] : [hit.arrow.from, hit.arrow.to])
    if (box) bringIntoView(stage, box)
    announce(say.told(next + 1, found.length, hit.said))
  }
  return (
    <search className={styles.bar} data-over-map>
      <input
        type="text"
        aria-label={say.find}
        placeholder={say.find}
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') close()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <span className={styles.count} aria-live="polite">
        {typed.trim() === ''
          ? ''
          : found.length === 0
            ? say.nothing
            : index < 0
              ? say.found(found.length)
              : say.count(index + 1, found.length)}
      </span>
      <IconButton
        label={say.before}
        size="small"
        silent
        isDisabled={found.length === 0}
        onPress={() => step(-1)}
      >
        <ChevronUp />
      </IconButton>
      <IconButton
        label={say.next}
        size="small"
        silent
        isDisabled={found.length === 0}
        onPress={() => step(1)}
      >
        <ChevronDown />
      </IconButton>
      <IconButton label={say.close} size="small" silent onPress={close}>
        <X />
      </IconButton>
    </search>
  )
}
