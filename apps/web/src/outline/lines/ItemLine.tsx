import type { Item } from '@second-story/board'
import { ChevronRight } from 'lucide-react'
import { memo, type ReactNode, useState } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { CommentCount, useCounts } from '../../comments/CommentCount.tsx'
import { say } from '../../comments/words.ts'
import { useSession } from '../../session/use-session.ts'
import { classes } from '../../ui/classes.ts'
import { OnlyYou } from '../../ui/OnlyYou.tsx'
import { ItemIcon } from '../ItemIcon.tsx'
import { toneOf } from '../RowButton.tsx'
import { linksApart, type OutlineLine, type Spot, sameSpot } from '../text/outline.ts'
import { ArrowLine } from './ArrowLine.tsx'
import { beginLine, useOutlineHand } from './hand.ts'
import { type Here, sayHere } from './here.ts'
import { LineEditor } from './LineEditor.tsx'
import { LineMenu } from './LineMenu.tsx'
import styles from './Lines.module.css'

export interface ItemLineProps {
  readonly line: OutlineLine
  readonly spot: Spot | null
  readonly here: readonly Here[] | undefined
  readonly isPhone: boolean
}

/** One thing with its arrows below it. On a phone a line opens its sheet, and its arrows stand in a second row. */
export const ItemLine = memo(TheLine, (a, b) => {
  return a.line === b.line && a.here === b.here && a.isPhone === b.isPhone && sameSpot(a.spot, b.spot)
})

function TheLine({ line, spot, here, isPhone }: ItemLineProps) {
  return (
    <li className={styles.item}>
      <LineHead line={line} spot={spot} here={here} isPhone={isPhone} />
      {!isPhone && line.links.length > 0 && <Arrows line={line} />}
    </li>
  )
}

function Arrows({ line }: { readonly line: OutlineLine }) {
  const { arrows, spokenOf } = linksApart(line)
  const [isOpen, setOpen] = useState(false)
  const shown = isOpen ? [...arrows, ...spokenOf] : arrows
  return (
    <ul className={styles.arrows}>
      {shown.map((link) => (
        <ArrowLine key={link.id} owner={line.item.id} link={link} />
      ))}
      {spokenOf.length > 0 && (
        <li className={styles.spoken}>
          <button
            type="button"
            tabIndex={-1}
            className={styles.arrowWords}
            aria-expanded={isOpen}
            data-line={`${line.item.id}:spoken`}
            data-of={line.item.id}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? 'fewer' : saySpoken(spokenOf.length)}
          </button>
        </li>
      )}
    </ul>
  )
}

/** The line in words: “orders, service, Go”; on a phone with its arrows. */
function sayLine(line: OutlineLine, withArrows: boolean): string {
  const isEvent = line.item.type === 'event'
  const words = isEvent && line.detail !== '' ? `${line.detail} ${line.words}` : line.words
  const detail = isEvent ? '' : line.detail
  const arrows = withArrows ? sayArrows(line) : ''
  return [words, line.what, detail, arrows].filter((part) => part !== '').join(', ')
}

const saySpoken = (count: number): string => `spoken of in ${count} lines`

/** A line's arrows in one row, for a phone. */
function sayArrows(line: OutlineLine): string {
  const { arrows, spokenOf } = linksApart(line)
  return [
    ...arrows.map(({ words }) => words),
    ...(spokenOf.length > 0 ? [saySpoken(spokenOf.length)] : []),
  ].join(' · ')
}

interface LineHeadProps extends ItemLineProps {
  /** a boundary is a heading: its name alone is what the heading says */
  readonly heading?: { readonly level: 2 | 3 | 4 | 5 | 6; readonly id: string }
}

/** The line of a thing itself, also where it is a heading. */
export function LineHead({ line, spot, here, isPhone, heading }: LineHeadProps) {
  const session = useSession()
  const { item } = line
  const isChosen = useBoardUi((ui) => ui.items.has(item.id))
  const comments = useCounts().get(item.id) ?? 0
  const isWritten = useOutlineHand((hand) => hand.editing === item.id)
  const tone = classes(toneOf(item), item.type === 'factor' && styles.band)
  const goOn = (): void => {
    if (spot) beginLine(spot, item.id)
  }
  if (isWritten && session.mayWrite())
    return (
      <div className={classes(styles.head, styles.written, tone)}>
        <Icon item={item} />
        <LineEditor item={item} onNext={goOn} />
      </div>
    )
  const button = (
    <button
      type="button"
      tabIndex={-1}
      className={styles.words}
      data-line={item.id}
      data-item={item.id}
      aria-label={comments > 0 ? `${sayLine(line, isPhone)}, ${say.count(comments)}` : sayLine(line, isPhone)}
    >
      <Icon item={item} />
      <span>
        {item.type === 'event' && line.detail !== '' && <time className={styles.time}>{line.detail} </time>}
        <b>{line.words}</b>
        {item.type !== 'event' && line.detail !== '' && <i>{line.detail}</i>}
        {isPhone && line.links.length > 0 && <small>{sayArrows(line)}</small>}
      </span>
      {isPhone && <CommentCount item={item.id} />}
      {isPhone && <ChevronRight className={classes('lucide', styles.go)} aria-hidden="true" />}
    </button>
  )
  return (
    <div className={classes(styles.head, isChosen && !isPhone && styles.chosen, tone)}>
      {heading ? <Titled heading={heading}>{button}</Titled> : button}
      {here && <HereTag here={here} />}
      {!isPhone && <CommentCount item={item.id} />}
      {item.layer === 'own' && <OnlyYou />}
      {isChosen && !isPhone && session.mayWrite() && item.type !== 'plain' && (
        <LineMenu item={item} spot={spot} />
      )}
    </div>
  )
}

function Titled({
  heading,
  children,
}: {
  readonly heading: NonNullable<LineHeadProps['heading']>
  readonly children: ReactNode
}) {
  const Heading = `h${heading.level}` as const
  return (
    <Heading id={heading.id} className={styles.titled}>
      {children}
    </Heading>
  )
}

function Icon({ item }: { readonly item: Item }) {
  if (item.type === 'boundary') return null
  return (
    <span className={styles.icon}>
      <ItemIcon item={item} />
    </span>
  )
}

function HereTag({ here }: { readonly here: readonly Here[] }) {
  const [first] = here
  return (
    <span className={styles.here} style={{ background: `var(--who-${first?.colour ?? 1})` }}>
      {sayHere(here)}
    </span>
  )
}
