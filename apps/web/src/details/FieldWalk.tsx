import type { KeyboardEvent, ReactNode } from 'react'
import { focusView } from '../board/keyboard/keep-focus.ts'
import styles from './Details.module.css'

/**
 * Fields one after the other by keyboard: Enter keeps a line and goes on to the next, Escape goes back to the map. Fields
 * that take several things (`data-stays`, lists to choose from) and longer texts keep these keys for themselves.
 */
export function FieldWalk({ children }: { readonly children: ReactNode }) {
  const onKeyDownCapture = (event: KeyboardEvent<HTMLDivElement>): void => {
    const { target, currentTarget } = event
    if (!(target instanceof HTMLInputElement) || !isLine(target) || event.nativeEvent.isComposing) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    const isBack = event.key === 'Escape'
    // the field itself keeps what was typed first, or gives it up
    setTimeout(() => {
      const lines = [...currentTarget.querySelectorAll('input')].filter(isLine)
      const next = isBack ? undefined : lines[lines.indexOf(target) + 1]
      if (next) next.focus()
      else focusView()
    })
  }
  return (
    <div className={styles.fields} onKeyDownCapture={onKeyDownCapture}>
      {children}
    </div>
  )
}

function isLine(input: HTMLInputElement): boolean {
  return (
    !input.readOnly &&
    !input.disabled &&
    input.type === 'text' &&
    input.getAttribute('role') !== 'combobox' &&
    !('stays' in input.dataset)
  )
}
