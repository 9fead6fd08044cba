import type { Item } from '@second-story/board'
import { useId, useState } from 'react'
import { ItemIcon } from '../../outline/ItemIcon.tsx'
import { nameOf } from '../../outline/item-words.ts'
import styles from './PickField.module.css'

interface PickFieldProps {
  readonly label: string
  readonly find: (typed: string) => readonly Item[]
  readonly onPick: (item: Item) => void
  readonly onClose: () => void
  /** shows nothing before a letter is typed: what lies around can still be clicked */
  readonly quiet?: boolean
}

const MOST = 7

/** A few letters, arrow keys, Enter: picks an item by its words. Stays open for the next one; Escape closes it. */
export function PickField({ label, find, onPick, onClose, quiet = false }: PickFieldProps) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const isOpen = !quiet || typed.trim() !== ''
  const found = isOpen ? find(typed.trim()).slice(0, MOST) : []
  const chosen = found[Math.min(at, found.length - 1)]
  const pick = (item: Item): void => {
    onPick(item)
    setTyped('')
    setAt(0)
  }
  return (
    <div className={styles.pick}>
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={chosen ? `${list}${chosen.id}` : undefined}
        placeholder={quiet ? label : 'A few letters of it'}
        // biome-ignore lint/a11y/noAutofocus: it was opened to type here
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onBlur={(event) => {
          if (!event.currentTarget.parentElement?.contains(event.relatedTarget)) onClose()
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
          else if (event.key === 'Enter' && chosen) pick(chosen)
          else if (event.key === 'Escape') onClose()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <div role="listbox" id={list} aria-label={label} className={styles.list} hidden={!isOpen}>
        {found.map((item) => (
          <div
            key={item.id}
            id={`${list}${item.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={item === chosen}
            data-on={item === chosen || undefined}
            onPointerDown={(event) => {
              event.preventDefault()
              pick(item)
            }}
          >
            <ItemIcon item={item} />
            {nameOf(item)}
          </div>
        ))}
        {isOpen && found.length === 0 && <p>Nothing has these words.</p>}
      </div>
    </div>
  )
}
