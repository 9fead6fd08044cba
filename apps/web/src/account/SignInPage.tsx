import { type FormEvent, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { signIn } from '../api/accounts.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Form.module.css'
import { ownPath } from './own-path.ts'
import { useSignedIn } from './use-account.ts'
import { Welcome } from './Welcome.tsx'

export function SignInPage() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [failed, setFailed] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [, navigate] = useLocation()
  const [search] = useSearchParams()
  const signedIn = useSignedIn()

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setFailed(null)
    try {
      signedIn(await signIn({ email: email.trim(), password }))
      navigate(ownPath(search.get('to')))
    } catch (error) {
      setFailed((error as Error).message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Welcome>
      <h1 className={styles.title}>Sign in</h1>
      <p className={styles.lead}>Good to have you back.</p>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label="Your work mail"
          size="big"
          type="email"
          autoComplete="email"
          value={email}
          onChange={setEmail}
          autoFocus
        />
        <TextField
          label="Password"
          size="big"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Button variant="primary" size="big" wide type="submit" isDisabled={busy || !email || !password}>
          Sign in
        </Button>
        {failed && (
          <p className={styles.failed} role="alert">
            {failed}
          </p>
        )}
      </form>
      <p className={styles.after}>
        Forgotten the password? Whoever runs this server can give you a link for a new one.
        <br />
        <Link href="/">Create an account</Link>
      </p>
    </Welcome>
  )
}
