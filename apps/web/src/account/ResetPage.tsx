import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { choosePassword } from '../api/accounts.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Form.module.css'
import { passwordError } from './field-words.ts'
import { useSignedIn } from './use-account.ts'
import { Welcome } from './Welcome.tsx'

/** A new password, once, by the link that an owner handed out. */
export function ResetPage({ token }: { readonly token: string }) {
  const [password, setPassword] = useState('')
  const [failed, setFailed] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [, navigate] = useLocation()
  const signedIn = useSignedIn()

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const wrong = passwordError(password).password ?? null
    setFailed(wrong)
    if (wrong) return
    setBusy(true)
    try {
      signedIn(await choosePassword(token, password))
      navigate('/boards')
    } catch (error) {
      setFailed((error as Error).message)
      setBusy(false)
    }
  }

  return (
    <Welcome>
      <h1 className={styles.title}>A new password</h1>
      <p className={styles.lead}>
        It signs you in here, and out everywhere else. Tokens that you made for programs end too.
      </p>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label="New password"
          size="big"
          type="password"
          placeholder="eight characters or more"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={failed}
          autoFocus
        />
        <Button variant="primary" size="big" wide type="submit" isDisabled={busy}>
          Keep it and sign in
        </Button>
      </form>
    </Welcome>
  )
}
