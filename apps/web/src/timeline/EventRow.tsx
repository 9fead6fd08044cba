import { firstLine, type ItemId, isId, itemId, partOf, type TimelineEvent } from '@second-story/board'
import { Link2 } from 'lucide-react'
import { type DragEvent, memo, useEffect, useRef, useState } from 'react'
import { ItemIcon } from '../outline/ItemIcon.tsx'
import { SharedTextArea } from '../outline/SharedTextArea.tsx'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { classes } from '../ui/classes.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { OnlyYou } from '../ui/OnlyYou.tsx'
import { AddToEvent } from './AddToEvent.tsx'
import type { Addition } from './add-to-event.ts'
import type { Attached } from './attached.ts'
import { ComponentPicker } from './ComponentPicker.tsx'
import { EventMenu } from './EventMenu.tsx'
import styles from './EventRow.module.css'
import { EVENT_KIND_WORDS } from './event-words.ts'
import { formatWhen } from './format-when.ts'
import { SourceEditor } from './SourceEditor.tsx'
import { SourceMarks } from './SourceMarks.tsx'
import { WhenField } from './WhenField.tsx'

export interface EventRowProps {
  readonly event: TimelineEvent
  readonly attached: Attached
  readonly zone: string
  /** the day above it */
  readonly day: string | null
  readonly isHere: boolean
  readonly adding: Addition | null
  readonly onWalk: (id: ItemId) => void
  readonly onAdd: (type: Addition | null) => void
  /** an event without a time of its own was dragged here */
  readonly onDrop: (dragged: ItemId, at: ItemId, side: DropSide) => void
}

export type DropSide = 'before' | 'after'

/** What a drag of an event carries; nothing else is taken. */
const DRAG_TYPE = 'application/x-second-story-event'

type Open = 'none' | 'when' | 'sources'

/** One event of the timeline; the one that people stand on can be changed in place. */
export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { event, attached, zone, day, isHere, adding, onWalk, onAdd, onDrop } = props
  const session = useSession()
  const row = useRef<HTMLLIElement>(null)
  const [open, setOpen] = useState<Open>('none')
  const said = formatWhen(event.when, zone, day)
  const mayWrite = session.mayWrite()
  const text = isHere && mayWrite ? session.text(event.id, 'text') : null
  const close = (): void => setOpen('none')
  const [drop, setDrop] = useState<DropSide | null>(null)
  const sideOf = (drag: DragEvent<HTMLLIElement>): DropSide => {
    const { top, height } = drag.currentTarget.getBoundingClientRect()
    return drag.clientY < top + height / 2 ? 'before' : 'after'
  }

  useEffect(() => {
    if (!isHere) setOpen('none')
    else row.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }, [isHere])

  return (
    <li
      ref={row}
      className={classes(styles.row, isHere && styles.here, event.leaveOutOfRecord && styles.out)}
      data-item={event.id}
      aria-current={isHere ? 'step' : undefined}
      data-drop={drop ?? undefined}
      onKeyDown={({ key, target }) => {
        if (key === 'Escape' && target instanceof HTMLTextAreaElement) target.blur()
      }}
      onDragOver={(drag) => {
        if (!drag.dataTransfer.types.includes(DRAG_TYPE)) return
        drag.preventDefault()
        setDrop(sideOf(drag))
      }}
      onDragLeave={() => setDrop(null)}
      onDrop={(drag) => {
        setDrop(null)
        const dragged = drag.dataTransfer.getData(DRAG_TYPE)
        if (isId(dragged)) onDrop(itemId(dragged), event.id, sideOf(drag))
      }}
      onClick={() => {
        if (!isHere) onWalk(event.id)
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keyboard moves it with Alt and an arrow */}
      <div
        className={classes(styles.time, open === 'when' && styles.typing)}
        draggable={mayWrite && event.when.at === null && open !== 'when'}
        onDragStart={(drag) => {
          drag.dataTransfer.setData(DRAG_TYPE, event.id)
          drag.dataTransfer.effectAllowed = 'move'
        }}
      >
        {open === 'when' ? (
          <WhenField event={event} onClose={close} />
        ) : (
          <button
            type="button"
            className={classes(styles.clock, said.quoted && styles.quoted)}
            aria-label={isHere ? `${said.text}, change the time` : said.text}
            onClick={() => {
              if (isHere && mayWrite) setOpen('when')
            }}
          >
            {said.text}
          </button>
        )}
      </div>
      <span className={classes(styles.dot, said.loose && styles.loose)} aria-hidden="true" />
      <div className={styles.body}>
        {text ? (
          <SharedTextArea
            label="What happened"
            text={text}
            origin={session.history.origins.text}
            placeholder="What happened?"
            className={styles.text ?? ''}
            onTyping={(on) =>
              session.people.show({ typing: on && event.layer === 'common' ? event.id : null })
            }
          />
        ) : (
          <p className={styles.text}>{event.text || 'What happened?'}</p>
        )}
        <Chips event={event} attached={attached} isHere={isHere && mayWrite} />
        {attached.beside.length > 0 && (
          <ul className={styles.beside}>
            {attached.beside.map((item) => (
              <li
                key={item.id}
                className={styles.thing}
                data-type={item.type}
                data-part={item.type === 'factor' ? partOf(item.kind) : undefined}
              >
                <ItemIcon item={item} />
                <span>{firstLine(item.text, 'without words yet', 140)}</span>
                {item.layer === 'own' && <OnlyYou />}
              </li>
            ))}
          </ul>
        )}
        {isHere && mayWrite && open === 'sources' && <SourceEditor event={event} onClose={close} />}
        {isHere && mayWrite && (
          <div className={styles.tools}>
            <Tool label="Factor" keys="F" onPress={() => onAdd('factor')} />
            <Tool label="Ask" keys="Q" onPress={() => onAdd('question')} />
            <Tool label="Park it" keys="P" onPress={() => onAdd('idea')} />
            <span className={styles.bar} />
            <Button
              size="small"
              variant="quiet"
              onPress={() => setOpen(open === 'sources' ? 'none' : 'sources')}
            >
              <Link2 aria-hidden="true" /> Source
            </Button>
            <ComponentPicker event={event} has={attached.components.map(({ component }) => component)} />
            <span className={styles.push} />
            <EventMenu event={event} />
          </div>
        )}
        {isHere && adding && <AddToEvent event={event} type={adding} onClose={() => onAdd(null)} />}
      </div>
      <SourceMarks sources={event.sources} />
    </li>
  )
})

function Tool({
  label,
  keys,
  onPress,
}: {
  readonly label: string
  readonly keys: string
  readonly onPress: () => void
}) {
  return (
    <Button size="small" variant="quiet" onPress={onPress}>
      {label} <Kbd tone="bare">{keys}</Kbd>
    </Button>
  )
}

function Chips({ event, attached, isHere }: Pick<EventRowProps, 'event' | 'attached' | 'isHere'>) {
  const session = useSession()
  const words = [
    event.kind ? EVENT_KIND_WORDS[event.kind] : '',
    event.seemedRelevantThen ? 'seemed relevant then' : '',
    event.leaveOutOfRecord ? 'left out of the record' : '',
  ].filter(Boolean)
  if (words.length + attached.components.length === 0) return null
  return (
    <div className={styles.chips}>
      {attached.components.map(({ relation, component }) =>
        isHere ? (
          <Chip
            key={relation}
            icon={<ItemIcon item={component} />}
            onRemove={() => session.do([{ do: 'disconnect', ids: [relation] }])}
            removeLabel={`Not about ${component.name}`}
          >
            {component.name || 'a component'}
          </Chip>
        ) : (
          <span key={relation} className={styles.about}>
            <ItemIcon item={component} />
            {component.name || 'a component'}
          </span>
        ),
      )}
      {words.map((word) => (
        <span key={word} className={styles.word}>
          {word}
        </span>
      ))}
    </div>
  )
}
