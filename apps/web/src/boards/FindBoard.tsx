import { Search } from 'lucide-react'
import type { Ref } from 'react'
import { MOD } from '../board/key-list.ts'
import { Kbd } from '../ui/Kbd.tsx'
import styles from './FindBoard.module.css'

export interface FindBoardProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly ref?: Ref<HTMLInputElement>
}

export function FindBoard({ value, onChange, ref }: FindBoardProps) {
  return (
    <label className={styles.find}>
      <Search aria-hidden="true" />
      <input
        ref={ref}
        type="search"
        aria-label="Find a board"
        placeholder="Find a board"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          onChange('')
          event.currentTarget.blur()
        }}
      />
      <Kbd>{`${MOD} K`}</Kbd>
    </label>
  )
}
