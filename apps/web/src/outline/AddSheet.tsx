import type { Component, ItemId, Part } from '@second-story/board'
import type { MakeId } from '@second-story/std'
import { CornerDownLeft, Image } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { sayPart } from '../aloud/say-part.ts'
import { useBoardUi } from '../board/board-ui.ts'
import { addPictures } from '../images/add-pictures.ts'
import { say } from '../images/words.ts'
import { PartChooser } from '../items/PartChooser.tsx'
import { partOfKey } from '../items/part-keys.ts'
import { writeLayer } from '../review/write-layer.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { entryCommands, readEntry } from '../timeline/fast-entry.ts'
import { eventsOf } from '../timeline/order.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { OnlyYou } from '../ui/OnlyYou.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import styles from './AddSheet.module.css'
import { EventIcon, PartIcon, TypeIcon } from './ItemIcon.tsx'
import { nameOf } from './item-words.ts'
import { ADDABLE, type Addable, addCommand } from './make-item.ts'
import { sayWhen } from './say-when.ts'

const ASKS: Readonly<Record<Addable, string>> = {
  factor: 'What played a part, however small?',
  event: '14:05 what happened',
  note: 'A note',
  component: 'orders',
  question: 'How …? What …?',
  insight: 'What do you know now?',
}
const NAMES: Readonly<Record<Addable, string>> = {
  factor: 'Factor',
  event: 'Event',
  note: 'Note',
  component: 'Component',
  question: 'Question',
  insight: 'Insight',
}

/** The sheet behind the large +: one field, what it is, and Add. It stays open for the next. */
export function AddSheet() {
  const isOpen = useBoardUi((ui) => ui.adding)
  const set = useBoardUi((ui) => ui.set)
  if (!isOpen) return null
  return (
    <Sheet title="Add" isOpen onClose={() => set({ adding: false })}>
      <AddForm />
    </Sheet>
  )
}

function AddForm() {
  const session = useSession()
  const board = useBoard((now) => now)
  const set = useBoardUi((ui) => ui.set)
  const review = board.conduct.kind === 'incident-review'
  const [type, setType] = useState<Addable>(review ? 'factor' : 'component')
  const [part, setPart] = useState<Part>('came-together')
  const [words, setWords] = useState('')
  const [added, setAdded] = useState<ItemId | null>(null)
  const last = added ? board.items.get(added) : undefined
  const field = useRef<HTMLTextAreaElement>(null)
  const where = writeLayer(session, type)
  const said = useMemo(() => ({ board, events: eventsOf(board), now: session.now() }), [board, session])
  const entry = type === 'event' ? readEntry(words, said) : null

  const add = (): void => {
    if ((entry?.what ?? words).trim() === '') return
    const id = session.makeId()
    const now = session.live.snapshot
    const commands = entry
      ? entryCommands(entry, said, firstThen(id, session.makeId))
      : [addCommand(now, { type, words, part }, id, where)]
    if (!session.do(commands).ok) return
    setWords('')
    field.current?.focus()
    setAdded(id as ItemId)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      add()
    }
    const chosen = type === 'factor' && words === '' ? partOfKey(event.key) : null
    if (chosen) {
      event.preventDefault()
      setPart(chosen)
      sayPart(chosen)
    }
  }
  return (
    <div className={styles.form}>
      {/* biome-ignore lint/a11y/useSemanticElements: chips in a row, no form */}
      <div role="group" aria-label="What it is" className={styles.types}>
        {ADDABLE.map((one) => (
          <Chip
            key={one}
            isOn={type === one}
            icon={
              one === 'factor' ? (
                <PartIcon part={part} />
              ) : one === 'event' ? (
                <EventIcon />
              ) : (
                <TypeIcon type={one} />
              )
            }
            onPress={() => {
              setType(one)
              field.current?.focus()
            }}
          >
            {NAMES[one]}
          </Chip>
        ))}
      </div>
      <textarea
        ref={field}
        className={styles.field}
        rows={3}
        maxLength={type === 'component' ? 200 : 20_000}
        aria-label={NAMES[type]}
        placeholder={ASKS[type]}
        value={words}
        enterKeyHint="done"
        // biome-ignore lint/a11y/noAutofocus: the sheet was opened to write here
        autoFocus
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className={styles.hint} aria-live="polite">
        {type === 'event' &&
          (entry?.parsed
            ? `at ${sayWhen(board)(entry.parsed.when)}${aboutWords(entry.about)}`
            : words.trim() === ''
              ? 'Begin with a time: 14:05, ~14:05, 14:05–14:20, or “after 23:30”.'
              : 'No time yet; it will stand at the end.')}
        {where.layer === 'own' && <OnlyYou />}
      </p>
      {type === 'factor' && <PartChooser size="big" value={part} onChange={setPart} />}
      <Button variant="primary" size="big" wide isDisabled={words.trim() === ''} onPress={add}>
        Add
        <CornerDownLeft />
      </Button>
      <Button variant="quiet" size="big" wide onPress={() => addPictures(session)}>
        <Image />
        {say.addFromPhone}
      </Button>
      <p className={styles.added} role="status">
        {last && (
          <>
            <span>Added “{nameOf(last)}”.</span>
            <Button variant="link" onPress={() => set({ adding: false, opened: last.id })}>
              Open
            </Button>
          </>
        )}
      </p>
    </div>
  )
}

function aboutWords(components: readonly Component[]): string {
  return components.length === 0 ? '' : `, about ${components.map(nameOf).join(', ')}`
}

/** Gives a known id first, then new ones. */
function firstThen(id: string, makeId: MakeId): MakeId {
  let given = false
  return () => {
    if (given) return makeId()
    given = true
    return id
  }
}
