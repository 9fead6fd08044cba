import type { ItemId } from '@second-story/board'
import { memo, useState } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { useSession } from '../../session/use-session.ts'
import { classes } from '../../ui/classes.ts'
import type { OutlineLink } from '../text/outline.ts'
import { keepArrowWords } from './acts.ts'
import { endLine, useOutlineHand } from './hand.ts'
import { LineField } from './LineField.tsx'
import styles from './Lines.module.css'
import { focusLine } from './line-focus.ts'

interface ArrowLineProps {
  readonly owner: ItemId
  readonly link: OutlineLink
}

/** An arrow below the thing that it begins or ends at: “calls payment (sync)”, “called by web”. */
export const ArrowLine = memo(
  function ArrowLine({ owner, link }: ArrowLineProps) {
    const key = `${owner}:${link.id}`
    const isChosen = useBoardUi((ui) => ui.relations.has(link.id))
    const isWritten = useOutlineHand((hand) => hand.editing === key)
    return (
      <li className={classes(styles.arrow, styles[link.way])}>
        {isWritten ? (
          <ArrowWords lineKey={key} link={link} />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            className={classes(styles.arrowWords, isChosen && styles.chosen)}
            data-line={key}
            data-of={owner}
            data-other={link.other}
            data-relation={link.id}
          >
            {link.words}
          </button>
        )}
      </li>
    )
  },
  (a, b) => a.link.id === b.link.id && a.link.words === b.link.words && a.owner === b.owner,
)

function ArrowWords({ lineKey, link }: { readonly lineKey: string; readonly link: OutlineLink }) {
  const session = useSession()
  const [typed, setTyped] = useState(link.label)
  const leave = (): void => {
    endLine()
    focusLine(lineKey)
  }
  return (
    <LineField
      label={`Words on the arrow: ${link.words}`}
      value={typed}
      placeholder="http, every night, …"
      maxLength={200}
      hint=""
      onChange={setTyped}
      onEnter={() => {
        if (keepArrowWords(session, link.id, typed)) leave()
      }}
      onEscape={leave}
      onAway={() => {
        if (useOutlineHand.getState().editing === lineKey && keepArrowWords(session, link.id, typed))
          endLine()
      }}
    />
  )
}
