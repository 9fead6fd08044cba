import type { Role } from '@second-story/protocol'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { acceptInvite, inviteInfo } from '../api/invites.ts'
import { Button } from '../ui/Button.tsx'
import { MessagePage } from '../ui/MessagePage.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Form.module.css'
import { useAccount, useSignedIn } from './use-account.ts'
import { Welcome } from './Welcome.tsx'

/** Link, name, board: nothing between. */
export function JoinPage({ token }: { readonly token: string }) {
  const { data, error } = useQuery({
    queryKey: ['invite', token],
    queryFn: () => inviteInfo(token),
    retry: 0,
  })
  const { account } = useAccount()
  if (error) return <MessagePage title="This link does not open" words={error.message} way="boards" />
  if (!data || account === undefined) return <MessagePage quiet title="Opening the link" />
  const title = data.board?.title ?? data.team?.title ?? ''
  return (
    <Welcome>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>{leadWords(data.board !== null, data.role as Role)}</p>
      <JoinForm token={token} known={account?.name ?? null} />
      {account === null && (
        <p className={styles.after}>
          Have an account here?{' '}
          <Link href={`/sign-in?to=${encodeURIComponent(`/join/${token}`)}`}>Sign in first</Link>
        </p>
      )}
    </Welcome>
  )
}

function JoinForm({ token, known }: { readonly token: string; readonly known: string | null }) {
  const [name, setName] = useState('')
  const [failed, setFailed] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [, navigate] = useLocation()
  const signedIn = useSignedIn()

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (known === null && name.trim() === '') {
      setFailed('How shall the others call you?')
      return
    }
    setBusy(true)
    setFailed(null)
    try {
      const joined = await acceptInvite(token, known === null ? name.trim() : undefined)
      signedIn(joined.account)
      navigate(joined.board ? `/b/${joined.board.id}` : '/people', { replace: true })
    } catch (error) {
      setFailed((error as Error).message)
      setBusy(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {known === null && (
        <TextField
          label="Your name"
          size="big"
          placeholder="as others call you"
          autoComplete="nickname"
          value={name}
          onChange={setName}
          error={failed}
          maxLength={80}
          autoFocus
        />
      )}
      <Button variant="primary" size="big" wide type="submit" isDisabled={busy}>
        {known === null ? 'Join' : `Join as ${known}`}
      </Button>
      {failed && known !== null && (
        <p className={styles.failed} role="alert">
          {failed}
        </p>
      )}
    </form>
  )
}

function leadWords(isBoard: boolean, role: Role): string {
  if (!isBoard) return 'You are invited to this team: its boards are yours to open.'
  if (role === 'observer') return 'You are invited to read along on this board.'
  return 'You are invited to this board. No account needed, only a name.'
}
