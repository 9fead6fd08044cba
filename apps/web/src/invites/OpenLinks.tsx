import type { Invite } from '@second-story/protocol'
import { Button } from '../ui/Button.tsx'
import { openWords, usesWords } from './invite-words.ts'
import styles from './OpenLinks.module.css'

export interface OpenLinksProps {
  readonly invites: readonly Invite[]
  /** what whoever opens it becomes, in a word or two */
  readonly nameOf: (invite: Invite) => string
  readonly onEnd: (invite: Invite) => void
}

/** The links that still let people in, each with a way to end it. */
export function OpenLinks({ invites, nameOf, onEnd }: OpenLinksProps) {
  if (invites.length === 0) return null
  return (
    <ul className={styles.rows} aria-label="Open links">
      {invites.map((invite) => (
        <li key={invite.id} className={styles.row}>
          <span className={styles.name}>
            <b>{nameOf(invite)}</b>
            <i>
              {openWords(invite.expiresAt, Date.now())}, {usesWords(invite.uses)}
            </i>
          </span>
          <Button size="small" variant="quiet" onPress={() => onEnd(invite)}>
            End this link
          </Button>
        </li>
      ))}
    </ul>
  )
}
