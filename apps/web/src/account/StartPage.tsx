import { ChevronRight } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { useAboutServer } from '../boards/use-about-server.ts'
import { SignUpForm } from './SignUpForm.tsx'
import styles from './StartPage.module.css'
import { SAMPLE_CARDS } from './sample-cards.ts'
import { useAccount } from './use-account.ts'
import { Welcome } from './Welcome.tsx'

/** What a newcomer sees first: what it is, an account, or a look around without one. */
export function StartPage() {
  const [, navigate] = useLocation()
  const server = useAboutServer()
  const { account } = useAccount()
  // somebody invited them: the server lets guests sign up whatever it does with strangers
  const guest = account?.kind === 'guest' ? account : null
  const mayJoin = guest !== null || server === undefined || server.signUp === 'open' || server.empty
  return (
    <Welcome>
      <h1>
        The first story is what broke. <em>The second is how it made sense.</em>
      </h1>
      <p className={styles.lead}>
        One board to sketch your systems for a Chaos Day, and to tell together how an incident came about.
      </p>
      {mayJoin ? (
        <SignUpForm key={guest?.id ?? 'new'} known={guest?.name ?? ''} onDone={() => navigate('/boards')} />
      ) : (
        <p className={styles.invited}>
          Accounts here are made by invitation. Open the link that you were sent, or sign in.
        </p>
      )}
      <p className={styles.or}>
        Have an account?{' '}
        <Link href="/sign-in" className={styles.link}>
          Sign in
        </Link>
      </p>
      {server?.samples !== false && (
        <section className={styles.samples} aria-label="Samples">
          <p>Or look around in a copy of your own: nothing is sent.</p>
          {SAMPLE_CARDS.map((card) => (
            <Link key={card.name} href={`/sample/${card.name}`} className={styles.sample} title={card.words}>
              {card.title}
              <ChevronRight />
            </Link>
          ))}
        </section>
      )}
    </Welcome>
  )
}
