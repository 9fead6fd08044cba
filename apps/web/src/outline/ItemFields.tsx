import {
  COMPONENT_KINDS,
  type Factor,
  type Item,
  KIND_OF_PART,
  LEVELS,
  partOf,
  type TimelineEvent,
} from '@second-story/board'
import { LEVEL_TAGS } from '@second-story/picture'
import { useState } from 'react'
import { Links } from '../details/Links.tsx'
import { SteadyState } from '../details/SteadyState.tsx'
import { say } from '../details/words.ts'
import { FlowFields } from '../flows/FlowFields.tsx'
import { PictureActions } from '../images/PictureFields.tsx'
import { PartChooser } from '../items/PartChooser.tsx'
import { NoteFields } from '../map/notes/NoteFields.tsx'
import { useBoard, useSession } from '../session/use-session.ts'
import { Stamps } from '../stamps/Stamps.tsx'
import { typedWhen } from '../timeline/format-when.ts'
import { eventsOf } from '../timeline/order.ts'
import { parseWhen } from '../timeline/parse-when.ts'
import { Chip } from '../ui/Chip.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './ItemFields.module.css'
import { SourceFields } from './SourceFields.tsx'

interface FieldsProps<T extends Item> {
  readonly item: T
  readonly readOnly: boolean
}

/** What else is known about an item: by its type, and its stamps. */
export function ItemFields({ item, readOnly }: FieldsProps<Item>) {
  return (
    <>
      <OwnFields item={item} readOnly={readOnly} />
      <Stamps ids={[item.id]} readOnly={readOnly || item.type === 'plain'} />
    </>
  )
}

function OwnFields({ item, readOnly }: FieldsProps<Item>) {
  switch (item.type) {
    case 'factor':
      return <FactorFields item={item} readOnly={readOnly} />
    case 'event':
      return <EventFields item={item} readOnly={readOnly} />
    case 'component':
      return (
        <>
          <div className={styles.two}>
            <KindField item={item} readOnly={readOnly} />
            <LabelField item={item} readOnly={readOnly} field="technology" label="Technology" />
          </div>
          <div className={styles.two}>
            <LabelField item={item} readOnly={readOnly} field="ownerTeam" label={say.owner} note="a team" />
            <LabelField
              item={item}
              readOnly={readOnly}
              field="criticality"
              label={say.criticality}
              note={say.criticalityHint}
            />
          </div>
          <SteadyState item={item} readOnly={readOnly} />
          <Links item={item} readOnly={readOnly} />
        </>
      )
    case 'insight':
      return (
        <LabelField item={item} readOnly={readOnly} field="whoNowKnows" label="Who knows now" note="a role" />
      )
    case 'idea':
      return (
        <LabelField
          item={item}
          readOnly={readOnly}
          field="reviewer"
          label="Who looks at it later"
          note="a role or a team"
        />
      )
    case 'flow':
      return <FlowFields item={item} readOnly={readOnly} />
    case 'image':
      return <PictureActions item={item} readOnly={readOnly} />
    case 'question':
      return <AnsweredField item={item} readOnly={readOnly} />
    case 'note':
      return readOnly ? null : <NoteFields ids={[item.id]} />
    default:
      return null
  }
}

function FactorFields({ item, readOnly }: FieldsProps<Factor>) {
  const session = useSession()
  return (
    <>
      {!readOnly && (
        <PartChooser
          size="big"
          value={partOf(item.kind)}
          onChange={(part) => session.do([{ do: 'set', id: item.id, fields: { kind: KIND_OF_PART[part] } }])}
        />
      )}
      {(!readOnly || item.level !== null) && (
        <Select
          label="Where it sits"
          quietLabel
          isDisabled={readOnly}
          options={LEVEL_CHOICES}
          value={item.level ?? NO_LEVEL}
          onChange={(level) =>
            session.do([{ do: 'set', id: item.id, fields: { level: level === NO_LEVEL ? null : level } }])
          }
        />
      )}
      <SourceFields item={item} readOnly={readOnly} />
    </>
  )
}

const NO_LEVEL = 'none'
const LEVEL_CHOICES = [
  { id: NO_LEVEL, label: 'not said' },
  ...LEVELS.map((level) => ({ id: level as string, label: LEVEL_TAGS[level].words })),
]

function EventFields({ item, readOnly }: FieldsProps<TimelineEvent>) {
  const session = useSession()
  const board = useBoard((now) => now)
  const zone = board.conduct.zone
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const was = typedWhen(item.when, zone)
  const keep = (): void => {
    if (typed === null || typed.trim() === was) {
      setTyped(null)
      setError(null)
      return
    }
    const near = eventsOf(board).find((event) => event.when.at !== null && event.id !== item.id)?.when.at
    const parsed = parseWhen(typed, { zone, near: item.when.at ?? near ?? null, now: session.now() })
    if (parsed === null || parsed.rest.trim() !== '') {
      setError('A time is written 14:05, ~14:05, 14:05–14:20 or “after 23:30”.')
      return
    }
    session.do([{ do: 'set', id: item.id, fields: { when: { ...parsed.when, order: item.when.order } } }])
    setTyped(null)
    setError(null)
  }
  return (
    <>
      <TextField
        label="When"
        quietLabel
        value={typed ?? was}
        isReadOnly={readOnly}
        placeholder="14:05, ~14:05, “after 23:30”"
        error={error}
        onChange={setTyped}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
        }}
      />
      <SourceFields item={item} readOnly={readOnly} />
    </>
  )
}

function KindField({ item, readOnly }: FieldsProps<Extract<Item, { type: 'component' }>>) {
  const session = useSession()
  return (
    <Select
      label="Kind"
      quietLabel
      isDisabled={readOnly}
      value={item.kind}
      options={COMPONENT_KINDS.map((kind) => ({ id: kind, label: kind }))}
      onChange={(kind) => session.do([{ do: 'set', id: item.id, fields: { kind } }])}
    />
  )
}

function AnsweredField({ item, readOnly }: FieldsProps<Extract<Item, { type: 'question' }>>) {
  const session = useSession()
  if (readOnly) return item.answered ? <Chip>answered</Chip> : null
  return (
    <div className={styles.chips}>
      <Chip
        isOn={item.answered}
        onPress={() => session.do([{ do: 'set', id: item.id, fields: { answered: !item.answered } }])}
      >
        answered
      </Chip>
    </div>
  )
}

interface LabelFieldProps extends FieldsProps<Item> {
  readonly field: string
  readonly label: string
  readonly note?: string
}

/** A one-line value, written when one leaves the field. */
function LabelField({ item, readOnly, field, label, note }: LabelFieldProps) {
  const session = useSession()
  const held = (item as unknown as Record<string, unknown>)[field]
  const was = typeof held === 'string' ? held : ''
  const [typed, setTyped] = useState<string | null>(null)
  if (readOnly && was === '') return null
  const keep = (): void => {
    if (typed !== null && typed.trim() !== was)
      session.do([{ do: 'set', id: item.id, fields: { [field]: typed.trim() } }])
    setTyped(null)
  }
  return (
    <TextField
      label={label}
      quietLabel
      value={typed ?? was}
      isReadOnly={readOnly}
      maxLength={200}
      placeholder={note ?? ''}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    />
  )
}
