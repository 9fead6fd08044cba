import { Link } from 'wouter'
import { knownAccount, knownBoards } from '../session/known-board.ts'
import { Button } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import styles from './KeptBoards.module.css'

/** In place of the boards when the server does not answer: those that this browser keeps open without it. */
export function KeptBoards({ words }: { readonly words: string }) {
  const account = knownAccount()
  const boards = account ? knownBoards(account.id) : []
  return (
    <main className={styles.page}>
      <Mark size={34} />
      <h1 className={styles.title}>The server does not answer</h1>
      <p className={styles.words}>
        {boards.length === 0
          ? words
          : 'These boards are kept in this browser. What you change there is sent when the server is back.'}
      </p>
      {boards.length > 0 && (
        <ul className={styles.list} aria-label="Boards kept in this browser">
          {boards.map(({ id, title }) => (
            <li key={id}>
              <Link href={`/b/${id}`} className={styles.board}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Button onPress={() => window.location.reload()}>Try again</Button>
    </main>
  )
}
