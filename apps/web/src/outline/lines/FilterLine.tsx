import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import { useKeys } from '../../board/keyboard/use-keys.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { useOutlineHand } from './hand.ts'
import styles from './OutlineView.module.css'

/** Find as you type: only lines that have these words stay, under their headings. */
export function FilterLine({
  count,
  onDown,
}: {
  readonly count: number | null
  readonly onDown: () => void
}) {
  const filter = useOutlineHand((hand) => hand.filter)
  const field = useRef<HTMLInputElement>(null)
  const set = (value: string): void => useOutlineHand.setState({ filter: value })
  useKeys({ '/': () => field.current?.focus() })
  return (
    <div className={styles.filter}>
      <Search className="lucide" aria-hidden="true" />
      <input
        ref={field}
        aria-label="Only lines with these words"
        placeholder="Only lines with …"
        value={filter}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => set(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown' || event.key === 'Enter') onDown()
          else if (event.key === 'Escape' && filter !== '') set('')
          else if (event.key === 'Escape') onDown()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <span role="status" className={styles.count}>
        {count === null ? '' : count === 1 ? '1 line' : `${count} lines`}
      </span>
      {filter === '' ? (
        <Kbd>/</Kbd>
      ) : (
        <IconButton label="All lines again" size="small" onPress={() => set('')}>
          <X />
        </IconButton>
      )}
    </div>
  )
}
