import type { Item, ItemId } from '@second-story/board'
import { Pencil, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useBoard, useSession } from '../session/use-session.ts'
import { Chip } from '../ui/Chip.tsx'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { ItemIcon } from './ItemIcon.tsx'
import { nameOf } from './item-words.ts'
import { LinkEditor } from './LinkEditor.tsx'
import styles from './LinkList.module.css'
import { type Link, linksOf, linkVerb } from './links.ts'
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
  const [amended, setAmended] = useState<string | null>(null)
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
                {!readOnly &&
                  (isArrow(link) ? (
                    <IconButton
                      label={`Change: ${linkVerb(link)} ${nameOf(link.other)}`}
                      silent
                      onPress={() => setAmended(amended === link.id ? null : link.id)}
                    >
                      <Pencil />
                    </IconButton>
                  ) : (
                    <IconButton
                      label={`Take away: ${linkVerb(link)} ${nameOf(link.other)}`}
                      silent
                      onPress={() => part(link.id)}
                    >
                      <X />
                    </IconButton>
                  ))}
                {amended === link.id && <Amended id={link.id} />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Amended({ id }: { readonly id: Link['id'] }) {
  const board = useBoard((now) => now)
  const relation = board.relations.get(id)
  const from = relation && board.items.get(relation.from)
  const to = relation && board.items.get(relation.to)
  return relation && from && to ? <LinkEditor relation={relation} from={from} to={to} /> : null
}

/** What is drawn as an arrow; the others are marks of what something is about or came from. */
function isArrow({ kind }: Link): boolean {
  return kind !== 'about' && kind !== 'from'
}
