import type { Role } from '@second-story/protocol'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { listInvites, makeInvite, revokeInvite } from '../../api/invites.ts'
import { EXPIRIES, type Expiry } from '../../invites/invite-words.ts'
import { OpenLinks } from '../../invites/OpenLinks.tsx'
import { ROLE_WORDS } from '../../presence/role-words.ts'
import { useConduct } from '../../session/use-session.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyLine } from '../../ui/CopyLine.tsx'
import { Select } from '../../ui/Select.tsx'
import { toast } from '../../ui/toast.ts'
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
  const [made, setMade] = useState<{ readonly id: string; readonly url: string } | null>(null)
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
      setMade(await makeInvite(board, role, Number(expiry)))
    })
  const end = (id: string) =>
    act(async () => {
      await revokeInvite(board, id)
      setMade((link) => (link?.id === id ? null : link))
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
        <Button variant={made ? 'outline' : 'primary'} onPress={() => void make()}>
          <Link2 />
          Make a link
        </Button>
      </div>
      {made && <CopyLine label="Invite link" value={made.url} />}
      <p className={styles.note}>
        {made
          ? 'Whoever opens it types a name and is on the board. The link is shown only now.'
          : 'No account needed: they open it, type a name, and are on the board.'}
      </p>
      <OpenLinks
        invites={invites ?? []}
        nameOf={({ role }) => ROLE_WORDS[role as Role]?.label ?? role}
        onEnd={({ id }) => void end(id)}
      />
    </section>
  )
}
