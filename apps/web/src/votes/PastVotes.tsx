import { shownVote, type Vote } from '@second-story/board'
import { Trash2 } from 'lucide-react'
import { dropVote, showDots } from '../api/votes.ts'
import panel from '../review/FacilitatePanel.module.css'
import { tellFailure } from '../review/tell-failure.ts'
import { useConduct, useSession } from '../session/use-session.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Switch } from '../ui/Switch.tsx'
import styles from './PastVotes.module.css'
import { say } from './words.ts'

/** Votes that are over, newest first: which one's dots stand on the things, and away with those that nobody needs. */
export function PastVotes() {
  const session = useSession()
  const conduct = useConduct()
  const closed = conduct.votes.filter(({ state }) => state === 'closed').reverse()
  if (closed.length === 0) return null
  const standing = shownVote(conduct)?.id
  return (
    <section className={panel.part} aria-label={say.past}>
      <h3 className={panel.title}>{say.past}</h3>
      {closed.map((vote) => (
        <div key={vote.id} className={styles.vote}>
          <div className={styles.head}>
            <p className={styles.title}>{vote.title}</p>
            <IconButton
              label={say.takeAway}
              size="small"
              onPress={() => void dropVote(session.board, vote.id).catch(tellFailure)}
            >
              <Trash2 />
            </IconButton>
          </div>
          <p className={panel.words}>{sums(vote)}</p>
          {(standing === undefined || standing === vote.id) && vote === closed[0] && (
            <Switch
              label={say.shownOnMap}
              isSelected={vote.shown}
              onChange={(shown) => void showDots(session.board, vote.id, shown).catch(tellFailure)}
            />
          )}
        </div>
      ))}
    </section>
  )
}

function sums({ totals }: Vote): string {
  const all = Object.values(totals)
  return say.sums(
    all.length,
    all.reduce((sum, one) => sum + one, 0),
  )
}
