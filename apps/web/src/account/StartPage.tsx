import { useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Link, useLocation } from 'wouter'
import { aboutServer } from '../api/accounts.ts'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { SignUpForm } from './SignUpForm.tsx'
import styles from './StartPage.module.css'
import { SAMPLE_CARDS } from './sample-cards.ts'
import { Welcome } from './Welcome.tsx'

/** What a newcomer sees first: what it is, an account, or a look around without one. */
export function StartPage() {
  const [, navigate] = useLocation()
  const { data: server } = useQuery({ queryKey: ['server'], queryFn: aboutServer, staleTime: 60_000 })
  const mayJoin = server === undefined || server.signUp === 'open' || server.empty
  return (
    <Welcome>
      <h1>
        The first story is what broke. <em>The second is how it made sense.</em>
      </h1>
      <p className={styles.lead}>
        One board to sketch your systems for a Chaos Day, and to tell together how an incident came about.
      </p>
      {mayJoin ? (
        <SignUpForm onDone={() => navigate('/boards')} />
      ) : (
        <p className={styles.invited}>
          Accounts here are made by invitation. Open the link that you were sent, or sign in.
        </p>
      )}
      <div className={styles.or}>
        {server?.samples !== false && (
          <Menu
            label="Samples"
            placement="bottom start"
            wide
            foot="A copy of your own in this browser. Change what you like: nothing is sent."
            trigger={
              <AriaButton className={styles.sample ?? ''}>
                Look around a sample
                <ChevronRight />
              </AriaButton>
            }
          >
            {SAMPLE_CARDS.map((card) => (
              <MenuItem
                key={card.name}
                label={card.title}
                note={card.words}
                onAction={() => navigate(`/sample/${card.name}`)}
              />
            ))}
          </Menu>
        )}
        <span>
          or{' '}
          <Link href="/sign-in" className={styles.signIn}>
            sign in
          </Link>
        </span>
      </div>
    </Welcome>
  )
}
