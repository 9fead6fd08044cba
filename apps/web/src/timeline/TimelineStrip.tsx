import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp, Plus, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useKeys } from '../board/keyboard/use-keys.ts'
import { handsHere } from '../map/hands-here.ts'
import { useCell } from '../session/cell.ts'
import { useConduct, useSession } from '../session/use-session.ts'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { AddToEvent } from './AddToEvent.tsx'
import type { Addition } from './add-to-event.ts'
import { EntryLine } from './EntryLine.tsx'
import { formatWhen, zoneWords } from './format-when.ts'
import { peopleHere } from './people-here.ts'
import { StripAxis } from './StripAxis.tsx'
import styles from './TimelineStrip.module.css'
import { useEvents } from './use-events.ts'
import { walkBy, walkTo } from './walk.ts'

/** The timeline under the map: where we are in the telling, and a step to either side. Folds to one line. */
export function TimelineStrip() {
  const session = useSession()
  const events = useEvents()
  const { zone } = useConduct()
  const open = useBoardUi((ui) => ui.strip)
  const walking = useBoardUi((ui) => ui.walking)
  const set = useBoardUi((ui) => ui.set)
  const others = useCell(session.people.list)
  const at = events.findIndex(({ id }) => id === walking)
  const here = events[at]
  const said = here ? formatWhen(here.when, zone) : null

  const [adding, setAdding] = useState<Addition | null>(null)
  const [entering, setEntering] = useState(false)
  const add = (type: Addition) => (): boolean => {
    if (!here || !mayStep() || !session.mayWrite()) return false
    setAdding(type)
    return true
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was being added belonged to the event before
  useEffect(() => setAdding(null), [walking])

  const tools = useCell(handsHere)
  useKeys(
    {
      f: add('factor'),
      q: add('question'),
      p: add('idea'),
      arrowright: () => mayStep() && walkBy(session, 1),
      arrowleft: () => mayStep() && walkBy(session, -1),
      escape: () => {
        if (useBoardUi.getState().walking === null || !mayStep()) return false
        walkTo(session, null)
        return true
      },
    },
    { after: tools },
  )

  const steps = (
    <>
      <IconButton label="Event before" keys="←" onPress={() => walkBy(session, -1)} isDisabled={at === 0}>
        <ChevronLeft />
      </IconButton>
      <IconButton
        label="Next event"
        keys="→"
        onPress={() => walkBy(session, 1)}
        isDisabled={events.length > 0 && at === events.length - 1}
      >
        <ChevronRight />
      </IconButton>
    </>
  )
  const isLong = (said?.text.length ?? 0) > 8
  const present = peopleHere(others, session.me.get().account)
  const place = at >= 0 ? `event ${at + 1} of ${events.length}` : ''
  const fold = (
    <IconButton
      label={open ? 'Fold the timeline away' : 'Show the timeline'}
      size="small"
      onPress={() => set({ strip: !open })}
    >
      {open ? <ChevronDown /> : <ChevronUp />}
    </IconButton>
  )

  return (
    <section className={classes(styles.strip, !open && styles.folded)} aria-label="Timeline">
      {events.length === 0 ? (
        <div className={styles.begin}>
          <span className={styles.ask}>What happened, and when?</span>
          {open && <EntryLine onAdded={() => setEntering(true)} />}
        </div>
      ) : open ? (
        <>
          <div className={styles.controls}>
            <div className={styles.now}>
              <span
                className={classes(
                  styles.time,
                  isLong && styles.long,
                  said?.quoted && styles.quoted,
                  !said && styles.none,
                )}
                title={said?.text}
              >
                {said?.text ?? 'Timeline'}
              </span>
              {!isLong && <small>{place}</small>}
            </div>
            <div className={styles.steps}>
              {steps}
              <em>{isLong ? place : present || (at < 0 ? 'Walk through it' : '')}</em>
            </div>
          </div>
          <StripAxis events={events} zone={zone} walking={walking} onWalk={(id) => walkTo(session, id)} />
          <span className={styles.zone}>times in {zoneWords(zone)}</span>
        </>
      ) : (
        <div className={styles.line}>
          {steps}
          <b className={classes(said?.quoted && styles.quoted)}>{said?.text ?? 'Timeline'}</b>
          <span className={styles.words} title={here?.text}>
            {here?.text || place}
          </span>
        </div>
      )}
      <span className={styles.fold}>
        {events.length > 0 && open && session.mayWrite() && (
          <IconButton label="Add an event" size="small" onPress={() => setEntering(!entering)}>
            <Plus />
          </IconButton>
        )}
        {fold}
      </span>
      {events.length > 0 && open && entering && !adding && (
        <div className={classes(styles.adding, styles.entering)}>
          <EntryLine autoFocus onClose={() => setEntering(false)} />
          <IconButton label="Close" size="small" onPress={() => setEntering(false)}>
            <X />
          </IconButton>
        </div>
      )}
      {here && adding && (
        <div className={styles.adding}>
          <AddToEvent event={here} type={adding} onClose={() => setAdding(null)} />
        </div>
      )}
    </section>
  )
}

/** Arrow keys walk only when they have nothing else to move. */
function mayStep(): boolean {
  const { items, relations, editing, tool } = useBoardUi.getState()
  return items.size === 0 && relations.size === 0 && editing === null && tool === 'select'
}
