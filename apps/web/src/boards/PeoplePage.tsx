import { useQuery } from '@tanstack/react-query'
import { useAccount } from '../account/use-account.ts'
import { listTeams } from '../api/teams.ts'
import { EveryAccount } from './EveryAccount.tsx'
import { HomeFrame } from './HomeFrame.tsx'
import { NewTeam } from './NewTeam.tsx'
import styles from './PeoplePage.module.css'
import { TeamSection } from './TeamSection.tsx'

/** The teams of this person, and links to bring people in. */
export function PeoplePage() {
  return (
    <HomeFrame page="people">
      <Teams />
    </HomeFrame>
  )
}

function Teams() {
  const { account } = useAccount()
  const { data: teams, error } = useQuery({ queryKey: ['teams'], queryFn: listTeams })
  return (
    <>
      <div className={styles.head}>
        <h1>People</h1>
        <NewTeam />
      </div>
      <p className={styles.lead}>
        A team shares its boards: everyone in it enters Chaos Days and blank boards. Incident reviews stay
        with those who are invited to them.
      </p>
      {error && (
        <p className={styles.failed} role="alert">
          {error.message}
        </p>
      )}
      {teams?.map((team) => (
        <TeamSection key={team.id} team={team} />
      ))}
      {account?.serverOwner && <EveryAccount />}
    </>
  )
}
