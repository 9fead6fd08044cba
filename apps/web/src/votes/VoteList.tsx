import type { Vote } from '@second-story/board'
import { ItemIcon } from '../outline/ItemIcon.tsx'
import { nameOf, nounOf } from '../outline/item-words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { DotButtons } from './DotButtons.tsx'
import { useMyDots, useVotedOn } from './use-vote.ts'
import styles from './VoteList.module.css'
import { say } from './words.ts'

/** Everything that can be voted on, as a list: for the keyboard, for a phone, and where the map is far away. */
export function VoteList({ vote, onClose }: { readonly vote: Vote; readonly onClose: () => void }) {
  const isPhone = usePhone()
  const body = <Things vote={vote} />
  return isPhone ? (
    <Sheet title={vote.title} isOpen height="full" onClose={onClose}>
      {body}
    </Sheet>
  ) : (
    <Dialog title={vote.title} isOpen onClose={onClose}>
      {body}
    </Dialog>
  )
}

function Things({ vote }: { readonly vote: Vote }) {
  const items = useVotedOn(vote)
  const mine = useMyDots(vote)
  return (
    <div className={styles.things}>
      <p className={styles.left} role="status">
        <b>{mine ? say.left(mine.left) : say.loading}</b> {say.calm}
      </p>
      {items.length === 0 && <p className={styles.left}>{say.nothing}</p>}
      <ul>
        {items.map((item) => (
          <li key={item.id} className={styles.thing}>
            <span className={styles.icon}>
              <ItemIcon item={item} />
            </span>
            <span className={styles.words}>
              {nameOf(item)}
              <span className={styles.noun}>{nounOf(item)}</span>
            </span>
            {mine && <DotButtons item={item} mine={mine.dots[item.id] ?? 0} left={mine.left} />}
          </li>
        ))}
      </ul>
    </div>
  )
}
