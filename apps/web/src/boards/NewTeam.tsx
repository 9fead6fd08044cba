import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { makeTeam } from '../api/teams.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Card.module.css'

export function NewTeam() {
  const [isOpen, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [failed, setFailed] = useState<string | null>(null)
  const queries = useQueryClient()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    try {
      await makeTeam(title.trim())
      await queries.invalidateQueries({ queryKey: ['teams'] })
      setOpen(false)
      setTitle('')
    } catch (error) {
      setFailed((error as Error).message)
    }
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>New team</Button>
      <Dialog title="A new team" size="small" isOpen={isOpen} onClose={() => setOpen(false)}>
        <form className={styles.form} onSubmit={submit}>
          <TextField
            label="What is it called?"
            value={title}
            onChange={setTitle}
            error={failed}
            maxLength={80}
            autoFocus
          />
          <Button variant="primary" type="submit" isDisabled={title.trim() === ''}>
            Make the team
          </Button>
        </form>
      </Dialog>
    </>
  )
}
