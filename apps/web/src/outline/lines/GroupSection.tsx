import { type ItemId, itemType } from '@second-story/board'
import { Plus } from 'lucide-react'
import { memo, useId, useState } from 'react'
import { useSession } from '../../session/use-session.ts'
import { classes } from '../../ui/classes.ts'
import { sayPartOf, sayPlace } from '../text/edit.ts'
import { countOf, type OutlineGroup, type Spot, sameSpot } from '../text/outline.ts'
import { DraftLine } from './DraftLine.tsx'
import { beginLine, useOutlineHand } from './hand.ts'
import type { Here } from './here.ts'
import { ItemLine, LineHead } from './ItemLine.tsx'
import styles from './Lines.module.css'

export interface GroupSectionProps {
  readonly group: OutlineGroup
  readonly here: ReadonlyMap<ItemId, readonly Here[]>
  readonly isPhone: boolean
}

const BOUNDARY: Spot = { type: 'boundary', boundary: null, part: null }

/** A heading, its lines, the line that is being made there, and the headings below it. */
export const GroupSection = memo(function GroupSection({ group, here, isPhone }: GroupSectionProps) {
  const title = useId()
  const { spot, holder, groups, level } = group
  const Heading = `h${level}` as const
  return (
    <section
      aria-labelledby={title}
      className={classes(styles.group, level === 2 && styles.top, holder && styles.boundary)}
      data-group={group.key}
    >
      {holder ? (
        <LineHead
          line={holder}
          spot={BOUNDARY}
          here={here.get(holder.item.id)}
          isPhone={isPhone}
          heading={{ level, id: title }}
        />
      ) : (
        <Heading id={title} className={styles.title}>
          {group.title}
          {countOf(group) > 0 && <small aria-hidden="true">{countOf(group)}</small>}
        </Heading>
      )}
      <Lines group={group} here={here} isPhone={isPhone} />
      {groups.map((one) => (
        <GroupSection key={one.key} group={one} here={here} isPhone={isPhone} />
      ))}
      {group.key === 'system' && <AddBoundary spot={spot} />}
    </section>
  )
})

/** A long list on a phone shows its beginning and says how many more there are. */
const FOLDED = 12
const WORTH_FOLDING = 2

function Lines({ group, here, isPhone }: GroupSectionProps) {
  const session = useSession()
  const { spot, lines } = group
  const [isOpen, setOpen] = useState(false)
  const draft = useOutlineHand((hand) => (hand.draft && sameSpot(hand.draft.spot, spot) ? hand.draft : null))
  const isFolded = isPhone && !isOpen && lines.length - FOLDED >= WORTH_FOLDING
  const shown = isFolded ? lines.slice(0, FOLDED) : lines
  const canAdd = spot !== null && session.mayWrite()
  if (lines.length === 0 && !canAdd) return null
  // one list, so that no line is made anew when the one being written comes or goes
  const rows = shown.map((line) => (
    <ItemLine key={line.item.id} line={line} spot={spot} here={here.get(line.item.id)} isPhone={isPhone} />
  ))
  if (draft) {
    const above = shown.findIndex(({ item }) => item.id === draft.above)
    rows.splice(above < 0 ? rows.length : above + 1, 0, <DraftLine key="draft" draft={draft} />)
  }
  return (
    <ul className={styles.lines}>
      {rows}
      {isFolded && (
        <li>
          <button type="button" className={styles.more} onClick={() => setOpen(true)}>
            {lines.length - FOLDED} more
          </button>
        </li>
      )}
      {canAdd && !draft && (
        <li>
          <AddLine spot={spot} />
        </li>
      )}
    </ul>
  )
}

function AddLine({ spot }: { readonly spot: Spot }) {
  const session = useSession()
  const board = session.live.snapshot
  const { noun } = itemType(spot.type)
  const where =
    spot.boundary !== null
      ? ` ${sayPlace(board, spot.boundary)}`
      : spot.part !== null
        ? ` ${sayPartOf(spot.part)}`
        : ''
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.add}
      data-line={`add ${spot.type} ${spot.boundary ?? spot.part ?? ''}`}
      aria-label={`Add: ${noun}${where}`}
      onClick={() => beginLine(spot, null)}
    >
      <Plus aria-hidden="true" />
      {noun.charAt(0).toUpperCase() + noun.slice(1)}
    </button>
  )
}

/** Boundaries are headings: a new one is written where it will stand, behind the others. */
function AddBoundary({ spot }: { readonly spot: Spot | null }) {
  const session = useSession()
  const draft = useOutlineHand((hand) => (hand.draft?.spot.type === 'boundary' ? hand.draft : null))
  if (!spot || !session.mayWrite()) return null
  return (
    <ul className={styles.lines}>
      {draft ? (
        <DraftLine draft={draft} />
      ) : (
        <li>
          <AddLine spot={BOUNDARY} />
        </li>
      )}
    </ul>
  )
}
