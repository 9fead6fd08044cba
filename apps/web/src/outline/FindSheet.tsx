import type { Item } from '@second-story/board'
import { useMemo, useState } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { findThings } from '../map/find/find-on-map.ts'
import { useBoard } from '../session/use-session.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './ConnectPicker.module.css'
import { findItems } from './find-items.ts'
import listStyles from './found.module.css'
import { HalfSheet } from './HalfSheet.tsx'
import { RowButton } from './RowButton.tsx'
import { rowOf } from './row-of.ts'
import { sayWhen } from './say-when.ts'

/** Find over everything on the board; what is pressed opens as a half sheet. */
export function FindSheet() {
  const isOpen = useBoardUi((ui) => ui.find)
  const set = useBoardUi((ui) => ui.set)
  // the half sheet lies here, since this stands beside every view of a phone
  if (!isOpen) return <HalfSheet />
  return (
    <Sheet title="Find" isOpen height="full" onClose={() => set({ find: false })}>
      <Finder onFound={(item) => set({ find: false, opened: item.id })} />
    </Sheet>
  )
}

const MOST = 60

function Finder({ onFound }: { readonly onFound: (item: Item) => void }) {
  const board = useBoard((now) => now)
  const [typed, setTyped] = useState('')
  const say = useMemo(() => sayWhen(board), [board])
  const found = useMemo(() => {
    // by their own words first, then by their kind, arrows and comments
    const first = findItems(board, typed)
    return [...new Set([...first, ...findThings(board, typed)])].slice(0, MOST)
  }, [board, typed])
  return (
    <div className={styles.picker}>
      <TextField
        label="Find on this board"
        hideLabel
        size="big"
        autoFocus
        placeholder="A word, a name, a technology"
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => {
          const first = found[0]
          if (event.key === 'Enter' && first) onFound(first)
        }}
      />
      {found.length > 0 && (
        <ul className={listStyles.group}>
          {found.map((item) => (
            <li key={item.id}>
              <RowButton row={rowOf(board, item, say)} onPress={() => onFound(item)} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.none} role="status">
        {typed.trim() !== '' && found.length === 0 && 'Nothing on the board has these words.'}
      </p>
    </div>
  )
}
