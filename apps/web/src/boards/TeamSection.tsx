import type { Team } from '@second-story/protocol'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useAccount } from '../account/use-account.ts'
import { removeTeamMember, setTeamRole, type TeamMember, teamMembers } from '../api/teams.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { toast } from '../ui/toast.ts'
import styles from './PeoplePage.module.css'
import { TeamLinks } from './TeamLinks.tsx'

/** One team: who is in it, and a link for more. */
export function TeamSection({ team }: { readonly team: Team }) {
  const { data: members } = useQuery({
    queryKey: ['team', team.id],
    queryFn: () => teamMembers(team.id),
  })
  return (
    <section className={styles.section} aria-label={team.title}>
      {team.role === 'admin' ? (
        <TeamLinks team={team} />
      ) : (
        <div className={styles.title}>
          <h2>{team.title}</h2>
        </div>
      )}
      <ul className={styles.rows}>
        {members?.map((member) => (
          <MemberRow key={member.id} team={team} member={member} />
        ))}
      </ul>
    </section>
  )
}

function MemberRow({ team, member }: { readonly team: Team; readonly member: TeamMember }) {
  const { account } = useAccount()
  const queries = useQueryClient()
  const isMe = member.id === account?.id
  const act = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      toast((error as Error).message, { tone: 'error' })
    }
    await queries.invalidateQueries({ queryKey: ['team', team.id] })
    await queries.invalidateQueries({ queryKey: ['teams'] })
  }
  const other = member.role === 'admin' ? 'member' : 'admin'
  const mayChange = team.role === 'admin' && !isMe
  const mayLeave = isMe && !team.personal
  return (
    <li className={styles.row}>
      <Avatar name={member.name} colour={member.colour} size={30} decorative />
      <span className={styles.name}>
        <b>{isMe ? `${member.name}, you` : member.name}</b>
      </span>
      <span className={styles.role}>{member.role === 'admin' ? 'looks after the team' : ''}</span>
      {(mayChange || mayLeave) && (
        <Menu
          label={member.name}
          trigger={
            <IconButton label={`More about ${member.name}`} silent>
              <Ellipsis />
            </IconButton>
          }
        >
          {mayChange && (
            <MenuItem
              label={other === 'admin' ? 'Let them look after the team' : 'Make them a member again'}
              onAction={() => void act(() => setTeamRole(team.id, member.id, other))}
            />
          )}
          <MenuItem
            label={isMe ? 'Leave this team' : 'Take off the team'}
            onAction={() => void act(() => removeTeamMember(team.id, member.id))}
          />
        </Menu>
      )}
    </li>
  )
}
