import type { Account } from '@second-story/protocol'
import { type FormEvent, useState } from 'react'
import { signUp } from '../api/accounts.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Form.module.css'
import { type FieldErrors, signUpErrors } from './field-words.ts'
import { useSignedIn } from './use-account.ts'

export interface SignUpFormProps {
  readonly onDone: (account: Account) => void
  /** what pressing the button does, in its words */
  readonly words?: string
  /** what they are called already: a guest who signs up */
  readonly known?: string
}

export function SignUpForm({ onDone, words = 'Create an account', known = '' }: SignUpFormProps) {
  const [name, setName] = useState(known)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failed, setFailed] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const signedIn = useSignedIn()

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const wrong = signUpErrors({ name, email, password })
    setErrors(wrong)
    setFailed(null)
    if (Object.keys(wrong).length > 0) return
    setBusy(true)
    try {
      const account = await signUp({ name: name.trim(), email: email.trim(), password })
      signedIn(account)
      onDone(account)
    } catch (error) {
      setFailed((error as Error).message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.pair}>
        <TextField
          label="Your name"
          size="big"
          placeholder="as others call you"
          autoComplete="name"
          value={name}
          onChange={setName}
          error={errors.name ?? null}
        />
        <TextField
          label="Your work mail"
          size="big"
          type="email"
          placeholder="you@company.com"
          autoComplete="email"
          value={email}
          onChange={setEmail}
          error={errors.email ?? null}
        />
      </div>
      <TextField
        label="Password"
        size="big"
        type="password"
        placeholder="eight characters or more"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={errors.password ?? null}
      />
      <Button variant="primary" size="big" wide type="submit" isDisabled={busy}>
        {words}
      </Button>
      {failed && (
        <p className={styles.failed} role="alert">
          {failed}
        </p>
      )}
    </form>
  )
}
