import type { Item, ItemId } from '@second-story/board'
import { X } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { useBoard, useSession } from '../session/use-session.ts'
import { Chip } from '../ui/Chip.tsx'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { ItemIcon } from './ItemIcon.tsx'
import { nameOf } from './item-words.ts'
import styles from './LinkList.module.css'
import { linksOf, linkVerb } from './links.ts'
import { toneOf } from './RowButton.tsx'

interface LinkListProps {
  readonly item: Item
  readonly readOnly: boolean
  readonly onGo: (id: ItemId) => void
}

/** What an item is connected with: its components as chips, everything else said in words. */
export function LinkList({ item, readOnly, onGo }: LinkListProps) {
  const session = useSession()
  const board = useBoard((now) => now)
  const links = useMemo(() => linksOf(board, item.id), [board, item.id])
  const chips = links.filter((link) => link.kind === 'about' && link.other.type === 'component')
  const lines = links.filter((link) => !chips.includes(link))
  const part = (id: string): void => {
    session.do([{ do: 'disconnect', ids: [id] }])
  }
  return (
    <>
      {chips.length > 0 && (
        <ul className={styles.chips} aria-label="Components">
          {chips.map((link) => (
            <li key={link.id}>
              <Chip
                icon={<ItemIcon item={link.other} />}
                onPress={() => onGo(link.other.id)}
                {...(readOnly
                  ? {}
                  : { onRemove: () => part(link.id), removeLabel: `No longer about ${nameOf(link.other)}` })}
              >
                {nameOf(link.other)}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && (
        <section aria-label="Connected">
          <h3 className={styles.title}>Connected</h3>
          <ul className={styles.lines}>
            {lines.map((link) => (
              <li key={link.id} className={styles.line} data-relation={link.id}>
                <Button className={styles.go ?? ''} onPress={() => onGo(link.other.id)}>
                  <span className={classes(styles.icon, toneOf(link.other))}>
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
                    silent
                    onPress={() => part(link.id)}
                  >
                    <X />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
