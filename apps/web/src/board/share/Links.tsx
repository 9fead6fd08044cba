import type { Role } from '@second-story/protocol'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { type Invite, listInvites, makeInvite, revokeInvite } from '../../api/invites.ts'
import { ROLE_WORDS } from '../../presence/role-words.ts'
import { useConduct } from '../../session/use-session.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyLine } from '../../ui/CopyLine.tsx'
import { Select } from '../../ui/Select.tsx'
import { toast } from '../../ui/toast.ts'
import { EXPIRIES, type Expiry, openWords, usesWords } from './invite-words.ts'
import styles from './ShareDialog.module.css'

type InviteRole = 'participant' | 'observer' | 'agent'

/** Make a link for whoever shall come, see which are open, end one. */
export function Links({ board }: { readonly board: string }) {
  const { kind } = useConduct()
  const queries = useQueryClient()
  const key = ['invites', board]
  const { data: invites } = useQuery({ queryKey: key, queryFn: () => listInvites(board) })
  const [role, setRole] = useState<InviteRole>('participant')
  const [expiry, setExpiry] = useState<Expiry>('168')
  const [url, setUrl] = useState<string | null>(null)
  const roles: readonly InviteRole[] =
    kind === 'chaos-day' ? ['participant', 'observer', 'agent'] : ['participant', 'observer']

  const act = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
      await queries.invalidateQueries({ queryKey: key })
    } catch (error) {
      toast((error as Error).message, { tone: 'error' })
    }
  }
  const make = () =>
    act(async () => {
      setUrl((await makeInvite(board, role, Number(expiry))).url)
    })

  return (
    <section className={styles.section}>
      <h3 className={styles.head}>Bring people in</h3>
      <div className={styles.make}>
        <Select
          label="They come as"
          hideLabel
          options={roles.map((one) => ({ id: one, ...ROLE_WORDS[one] }))}
          value={role}
          onChange={setRole}
        />
        <Select label="The link is open" hideLabel options={EXPIRIES} value={expiry} onChange={setExpiry} />
        <Button variant={url ? 'outline' : 'primary'} onPress={() => void make()}>
          <Link2 />
          Make a link
        </Button>
      </div>
      {url && <CopyLine label="Invite link" value={url} />}
      <p className={styles.note}>
        {url
          ? 'Whoever opens it types a name and is on the board. The link is shown only now.'
          : 'No account needed: they open it, type a name, and are on the board.'}
      </p>
      {invites && invites.length > 0 && (
        <ul className={styles.rows} aria-label="Open links">
          {invites.map((invite) => (
            <OpenLink
              key={invite.id}
              invite={invite}
              onEnd={() => void act(() => revokeInvite(board, invite.id))}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function OpenLink({ invite, onEnd }: { readonly invite: Invite; readonly onEnd: () => void }) {
  const role = ROLE_WORDS[invite.role as Role]?.label ?? invite.role
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        <b>{role}</b>
        <i>
          {openWords(invite.expiresAt, Date.now())}, {usesWords(invite.uses)}
        </i>
      </span>
      <Button size="small" variant="quiet" onPress={onEnd}>
        End this link
      </Button>
    </li>
  )
}
