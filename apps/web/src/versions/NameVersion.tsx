import { VERSION_TITLE_LIMIT } from '@second-story/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { keepVersion } from '../api/versions.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { toast } from '../ui/toast.ts'
import styles from './NameVersion.module.css'

export interface NameVersionProps {
  readonly board: string
  readonly onKept: (version: string) => void
}

/** Keeps the board as it is now, under a name. */
export function NameVersion({ board, onKept }: NameVersionProps) {
  const queries = useQueryClient()
  const [title, setTitle] = useState('')
  const [error, setError] = useState<string | null>(null)
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (title.trim() === '') {
      setError('A name needs a word or two.')
      return
    }
    try {
      const { id } = await keepVersion(board, title.trim())
      setTitle('')
      setError(null)
      await queries.invalidateQueries({ queryKey: ['versions', board] })
      onKept(id)
      toast('The board as it is now is kept under that name.')
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    }
  }
  return (
    <form className={styles.form} onSubmit={(event) => void keep(event)}>
      <TextField
        label="Keep it as it is now"
        placeholder="A name, such as “before planning”"
        value={title}
        onChange={(typed) => {
          setTitle(typed)
          setError(null)
        }}
        maxLength={VERSION_TITLE_LIMIT}
        error={error}
        className={styles.field ?? ''}
      />
      <Button type="submit">Keep</Button>
    </form>
  )
}
