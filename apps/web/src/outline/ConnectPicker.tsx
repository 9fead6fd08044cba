import type { Item } from '@second-story/board'
import { ArrowLeft } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { type ConnectChoice, connectChoices } from '../items/connect-choices.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './ConnectPicker.module.css'
import { findOthers } from './find-items.ts'
import listStyles from './found.module.css'
import { nameOf } from './item-words.ts'
import { RowButton } from './RowButton.tsx'
import { rowOf } from './row-of.ts'
import { sayWhen } from './say-when.ts'
import { connectTo } from './sheet-actions.ts'

/** Two steps: which other thing, then how the two hang together, in words. */
export function ConnectPicker({ item, onDone }: { readonly item: Item; readonly onDone: () => void }) {
  const session = useSession()
  const board = useBoard((now) => now)
  const [typed, setTyped] = useState('')
  const [other, setOther] = useState<Item | null>(null)
  const say = useMemo(() => sayWhen(board), [board])
  const found = useMemo(() => findOthers(board, item, typed), [board, item, typed])
  if (other) {
    const choose = (choice: ConnectChoice): void => {
      connectTo(session, item, other, choice)
      onDone()
    }
    return (
      <div className={styles.picker}>
        <p className={styles.sentence}>
          {nameOf(item)} <span aria-hidden="true">…</span> {nameOf(other)}
        </p>
        <ul className={styles.choices} aria-label="How they hang together">
          {connectChoices(item, other).map((choice) => (
            <li key={choice.words}>
              <AriaButton className={styles.choice ?? ''} onPress={() => choose(choice)}>
                <b>{choice.words}</b>
                <span>{nameOf(other)}</span>
              </AriaButton>
            </li>
          ))}
        </ul>
        <Button variant="quiet" onPress={() => setOther(null)}>
          <ArrowLeft />
          Something else
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.picker}>
      <TextField
        label="Find something to connect to"
        hideLabel
        size="big"
        autoFocus
        placeholder="A few letters of it"
        value={typed}
        onChange={setTyped}
      />
      {found.length > 0 ? (
        <ul className={listStyles.group}>
          {found.map((one) => (
            <li key={one.id}>
              <RowButton row={rowOf(board, one, say)} onPress={() => setOther(one)} />
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.none}>Nothing on the board has these words.</p>
      )}
      <Button variant="quiet" onPress={onDone}>
        <ArrowLeft />
        Back
      </Button>
    </div>
  )
}
