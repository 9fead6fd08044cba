import { KIND_OF_PART, type Round } from '@second-story/board'
import { ChevronDown, CornerDownLeft, PanelRightClose } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { sayPart } from '../aloud/say-part.ts'
import { PartChooser } from '../items/PartChooser.tsx'
import { chosen, EMPTY_DRAFT, typed } from '../items/part-keys.ts'
import { useCell } from '../session/cell.ts'
import { sameList, useBoard, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { OnlyYou } from '../ui/OnlyYou.tsx'
import { MyNote } from './MyNote.tsx'
import { useCountdown } from './use-countdown.ts'
import { useCovering } from './use-covering.ts'
import styles from './WritingSheet.module.css'
import { writeLayer } from './write-layer.ts'
import { mine } from './written.ts'

export interface WritingSheetProps {
  readonly round: Round
  readonly isPhone: boolean
  /** puts it aside to look at the board */
  readonly onAside: () => void
}

/** One field, Next, the timer. What is written stays with its writer until Show all. */
export function WritingSheet({ round, isPhone, onAside }: WritingSheetProps) {
  const session = useSession()
  const people = useCell(session.people.list)
  const left = useCountdown(round)
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const field = useRef<HTMLTextAreaElement>(null)
  const sheet = useRef<HTMLElement>(null)
  useCovering(sheet, isPhone)
  const notes = useBoard((board) => mine(board, round.id), sameList)
  const words = draft.text.trim()
  const factors = round.writes === 'factors'
  const writing = new Set(people.filter(({ role }) => role !== 'observer').map(({ account }) => account)).add(
    session.me.get().account,
  ).size

  const next = (): void => {
    field.current?.focus()
    if (words === '') return
    const type = factors ? 'factor' : 'note'
    const where = writeLayer(session, type)
    // a round that was shown meanwhile takes nothing more: the words stay in the field
    if (where.layer !== 'own') return
    const fields = { ...where.fields, text: words, ...(factors ? { kind: KIND_OF_PART[draft.part] } : {}) }
    const done = session.do([{ do: 'add', id: session.makeId(), type, layer: where.layer, fields }])
    if (done.ok) setDraft(EMPTY_DRAFT)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    next()
  }

  return (
    <section
      ref={sheet}
      className={classes(styles.sheet, isPhone && styles.phone)}
      aria-label="Quiet writing"
    >
      <header className={styles.top}>
        <h2>Quiet writing</h2>
        <OnlyYou />
        <IconButton label="Look at the board" size={isPhone ? 'big' : 'small'} onPress={onAside}>
          {isPhone ? <ChevronDown /> : <PanelRightClose />}
        </IconButton>
      </header>
      <div className={styles.scroll}>
        <div className={styles.clock}>
          <span className={styles.left} role="timer">
            {left?.text}
          </span>
          <span className={styles.around}>
            {left?.isOver ? 'the time is up' : left?.of}
            <br />
            {writing === 1 ? 'only you so far' : `${writing} people writing`}
          </span>
        </div>
        <div className={styles.bar} aria-hidden="true">
          <i style={{ width: `${(left?.passed ?? 0) * 100}%` }} />
        </div>
        <h1 className={styles.prompt}>{round.prompt || 'What comes to mind?'}</h1>
        <textarea
          ref={field}
          className={styles.field}
          value={draft.text}
          maxLength={5000}
          aria-label={factors ? 'A factor' : 'A note'}
          enterKeyHint="next"
          // biome-ignore lint/a11y/noAutofocus: everybody was asked to write now
          autoFocus
          onChange={(event) => {
            const { value } = event.target
            const next = factors ? typed(draft, value) : { ...draft, text: value }
            if (next.was && !draft.was) sayPart(next.part)
            setDraft(next)
          }}
          onKeyDown={onKeyDown}
        />
        {factors && (
          <PartChooser
            size={isPhone ? 'big' : 'small'}
            value={draft.part}
            onChange={(part) => {
              setDraft(chosen(draft, part))
              field.current?.focus()
            }}
            onDone={next}
          />
        )}
        <Button
          variant="primary"
          size={isPhone ? 'big' : 'normal'}
          wide
          className={styles.next ?? ''}
          onPress={next}
        >
          Next <CornerDownLeft />
        </Button>
        {notes.length > 0 && (
          <section aria-label="My notes so far">
            <h3 className={styles.mine}>
              <span>My notes so far</span>
              <span>{notes.length}</span>
            </h3>
            <ul className={styles.list}>
              {[...notes].reverse().map((note) => (
                <MyNote key={note.id} note={note} />
              ))}
            </ul>
          </section>
        )}
        <p className={styles.calm}>
          When the time is up, <b>Show all</b> lays every note on the board, shuffled
          {round.anonymous ? ' and without names' : ''}. Until then they reach nobody else.
        </p>
      </div>
    </section>
  )
}
