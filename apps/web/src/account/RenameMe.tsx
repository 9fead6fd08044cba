import { type FormEvent, useState } from 'react'
import { rename } from '../api/accounts.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Form.module.css'
import { useSignedIn } from './use-account.ts'

/** What the others call this person. */
export function RenameMe({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const [next, setNext] = useState(name)
  const [failed, setFailed] = useState<string | null>(null)
  const signedIn = useSignedIn()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    try {
      signedIn(await rename(next.trim()))
      onClose()
    } catch (error) {
      setFailed((error as Error).message)
    }
  }
  return (
    <Dialog title="Your name" size="small" isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label="As others call you"
          value={next}
          onChange={setNext}
          error={failed}
          maxLength={80}
          autoFocus
        />
        <Button variant="primary" type="submit" isDisabled={next.trim() === ''}>
          Keep
        </Button>
      </form>
    </Dialog>
  )
}
