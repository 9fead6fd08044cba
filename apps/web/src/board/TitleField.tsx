import { LIMITS } from '@second-story/board'
import { useEffect, useRef, useState } from 'react'
import { useConduct, useSession } from '../session/use-session.ts'
import { toast } from '../ui/toast.ts'
import { focusView } from './keyboard/keep-focus.ts'
import styles from './TitleField.module.css'

/** A board that was just made opens with its title selected: this says so, once. */
export const JUST_MADE = 'second-story:just-made'

/** The title, overtyped in place. */
export function TitleField() {
  const session = useSession()
  const { title } = useConduct()
  const [draft, setDraft] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const mayRename = session.mayWrite()

  useEffect(() => {
    if (title === '' || sessionStorage.getItem(JUST_MADE) !== session.board) return
    sessionStorage.removeItem(JUST_MADE)
    input.current?.focus()
    input.current?.select()
  }, [session, title])

  const keep = (): void => {
    const next = (draft ?? '').trim()
    setDraft(null)
    if (draft === null || next === '' || next === title) return
    session.conduct({ title: next }).catch((error: Error) => toast(error.message, { tone: 'error' }))
  }
  const shown = draft ?? title
  if (!mayRename) return <h1 className={styles.title}>{title}</h1>
  return (
    <label className={styles.field} data-value={shown}>
      <input
        ref={input}
        className={styles.title}
        aria-label="Title of the board"
        value={shown}
        maxLength={LIMITS.title}
        size={1}
        onChange={(event) => setDraft(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.currentTarget.blur()
            focusView()
          }
          if (event.key === 'Escape') {
            setDraft(null)
            requestAnimationFrame(() => {
              input.current?.blur()
              focusView()
            })
          }
        }}
        spellCheck={false}
        autoComplete="off"
      />
    </label>
  )
}
