import type { Item } from '@second-story/board'
import { Plus, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useBoardUi } from '../../board/board-ui.ts'
import { isConnectable } from '../../items/connect-choices.ts'
import { findOthers } from '../../outline/find-items.ts'
import { ItemIcon } from '../../outline/ItemIcon.tsx'
import { nameOf } from '../../outline/item-words.ts'
import { linksOf, linkVerb } from '../../outline/links.ts'
import { toneOf } from '../../outline/RowButton.tsx'
import { useBoard, useSession } from '../../session/use-session.ts'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { linkCommands } from '../actions/link.ts'
import { showItem } from '../stage/zoom.ts'
import styles from './Inspector.module.css'
import { PickField } from './PickField.tsx'
import { Section } from './Section.tsx'

/** Everything it hangs together with, in words, and a field that connects it to more. */
export function Connected({ item, readOnly }: { readonly item: Item; readonly readOnly: boolean }) {
  const session = useSession()
  const board = useBoard((all) => all)
  const [adding, setAdding] = useState(false)
  const links = useMemo(() => linksOf(board, item.id), [board, item.id])
  const told = item.type !== 'component'
  const lines = links.filter((link) => !(told && link.kind === 'about' && link.other.type === 'component'))
  const may = !readOnly && isConnectable(item)
  if (lines.length === 0 && !may) return null
  return (
    <Section title="Connected">
      <ul className={styles.links}>
        {lines.map((link) => (
          <li key={link.id}>
            <Button
              className={styles.link ?? ''}
              onPress={() => {
                useBoardUi.getState().select([link.other.id])
                showItem(link.other.id)
              }}
            >
              <span className={classes(styles.linkIcon, toneOf(link.other))}>
                <ItemIcon item={link.other} />
              </span>
              <span>
                <i>{linkVerb(link)}</i>
                <b>{nameOf(link.other)}</b>
              </span>
            </Button>
            {!readOnly && (
              <IconButton
                label={`Take away: ${linkVerb(link)} ${nameOf(link.other)}`}
                size="small"
                silent
                className={styles.part ?? ''}
                onPress={() => session.do([{ do: 'disconnect', ids: [link.id] }])}
              >
                <X />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {may && !adding && (
        <Button className={styles.more ?? ''} onPress={() => setAdding(true)}>
          <Plus aria-hidden="true" />
          connect to …
        </Button>
      )}
      {adding && (
        <PickField
          label="Connect to"
          find={(typed) => findOthers(board, item, typed)}
          onPick={(other) => {
            const commands = linkCommands([item], other, session.makeId)
            if (commands.length > 0) session.do(commands)
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  )
}
