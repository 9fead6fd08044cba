import type { Team } from '@second-story/protocol'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { makeTeamInvite, revokeTeamInvite, teamInvites } from '../api/teams.ts'
import { OpenLinks } from '../invites/OpenLinks.tsx'
import { Button } from '../ui/Button.tsx'
import { CopyLine } from '../ui/CopyLine.tsx'
import { toast } from '../ui/toast.ts'
import styles from './PeoplePage.module.css'

/** The head of a team for who looks after it: make a link for more people, see which are open, end one. */
export function TeamLinks({ team }: { readonly team: Team }) {
  const queries = useQueryClient()
  const key = ['team-invites', team.id]
  const { data: invites } = useQuery({ queryKey: key, queryFn: () => teamInvites(team.id) })
  const [made, setMade] = useState<{ readonly id: string; readonly url: string } | null>(null)

  const act = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      toast((error as Error).message, { tone: 'error' })
    }
    await queries.invalidateQueries({ queryKey: key })
  }
  const make = () => act(async () => setMade(await makeTeamInvite(team.id)))
  const end = (id: string) =>
    act(async () => {
      await revokeTeamInvite(team.id, id)
      setMade((link) => (link?.id === id ? null : link))
    })

  return (
    <>
      <div className={styles.title}>
        <h2>{team.title}</h2>
        <Button onPress={() => void make()}>
          <Link2 />
          Invite link
        </Button>
      </div>
      {made && (
        <div className={styles.link}>
          <CopyLine label="Invite link" value={made.url} />
          <p>Whoever opens it joins this team. Good for a week; it is shown only now.</p>
        </div>
      )}
      <OpenLinks
        invites={invites ?? []}
        nameOf={() => 'A link into this team'}
        onEnd={({ id }) => void end(id)}
      />
    </>
  )
}
