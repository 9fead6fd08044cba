import { type FormEvent, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Card.module.css'

export interface RenameBoardProps {
  readonly title: string
  readonly onKeep: (title: string) => void
  readonly onClose: () => void
}

export function RenameBoard({ title, onKeep, onClose }: RenameBoardProps) {
  const [next, setNext] = useState(title)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (next.trim() !== '') onKeep(next.trim())
  }
  return (
    <Dialog title="Rename the board" size="small" isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextField label="Title" value={next} onChange={setNext} maxLength={200} autoFocus />
        <Button variant="primary" type="submit" isDisabled={next.trim() === ''}>
          Keep
        </Button>
      </form>
    </Dialog>
  )
}
