import type { ItemId } from '@second-story/board'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { announce } from '../../aloud/announce.ts'
import { useBoardUi } from '../../board/board-ui.ts'
import { findItems } from '../../outline/find-items.ts'
import { nameOf } from '../../outline/item-words.ts'
import { inReadingOrder } from '../../outline/order.ts'
import { useBoard } from '../../session/use-session.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { focusBack } from '../list/focus-back.ts'
import { useMapState } from '../map-state.ts'
import { showItem } from '../stage/zoom.ts'
import styles from './FindBar.module.css'
import { findMatches } from './matches.ts'

/** Finds words on the map: every match is ringed, Enter goes from one to the next. */
export function FindBar() {
  const board = useBoard((all) => all)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(-1)
  const found = useMemo(
    () => inReadingOrder(findItems(board, typed, 500).filter((item) => item.place)),
    [board, typed],
  )
  useEffect(() => {
    findMatches.set(new Set(found.map((item) => item.id)))
    return () => findMatches.set(new Set())
  }, [found])
  const close = (): void => {
    useMapState.getState().set({ finding: false })
    focusBack()
  }
  const step = (by: number): void => {
    if (found.length === 0) return
    const next = (at + by + found.length) % found.length
    const item = found[next]
    setAt(next)
    if (!item) return
    useBoardUi.getState().select([item.id as ItemId])
    showItem(item.id)
    announce(`${next + 1} of ${found.length}: ${nameOf(item)}`)
  }
  return (
    <search className={styles.bar} data-over-map>
      <input
        type="text"
        aria-label="Find on the map"
        placeholder="Find on the map"
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(-1)
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
            ? 'nothing'
            : `${Math.max(1, at + 1)} of ${found.length}`}
      </span>
      <IconButton
        label="The one before"
        size="small"
        silent
        isDisabled={found.length === 0}
        onPress={() => step(-1)}
      >
        <ChevronUp />
      </IconButton>
      <IconButton
        label="The next one"
        size="small"
        silent
        isDisabled={found.length === 0}
        onPress={() => step(1)}
      >
        <ChevronDown />
      </IconButton>
      <IconButton label="Close" size="small" silent onPress={close}>
        <X />
      </IconButton>
    </search>
  )
}
