import type { Item } from '@second-story/board'
import { useSession } from '../../session/use-session.ts'
import { Segments } from '../../ui/Segments.tsx'
import { Switch } from '../../ui/Switch.tsx'
import styles from './Inspector.module.css'
import { LabelField } from './LabelField.tsx'

const SIZES = [
  { id: 'small', label: 'small' },
  { id: 'body', label: 'body' },
  { id: 'title', label: 'title' },
] as const

/** The few fields of questions, insights, ideas and words on the page. */
export function PlainFields({ item, readOnly }: { readonly item: Item; readonly readOnly: boolean }) {
  const session = useSession()
  const set = (fields: Record<string, unknown>): void => {
    session.do([{ do: 'set', id: item.id, fields }])
  }
  switch (item.type) {
    case 'question':
      return (
        <Switch
          label="Answered"
          isSelected={item.answered}
          isDisabled={readOnly}
          onChange={(answered) => set({ answered })}
        />
      )
    case 'insight':
      return (
        <LabelField
          label="Who knows now"
          placeholder="a role, not a name"
          value={item.whoNowKnows}
          readOnly={readOnly}
          onKeep={(whoNowKnows) => set({ whoNowKnows })}
        />
      )
    case 'idea':
      return (
        <LabelField
          label="Who looks at it later"
          placeholder="a role or a team"
          value={item.reviewer}
          readOnly={readOnly}
          onKeep={(reviewer) => set({ reviewer })}
        />
      )
    case 'text':
      return (
        <div className={styles.row}>
          <Segments label="Size" options={SIZES} value={item.size} onChange={(size) => set({ size })} />
        </div>
      )
    default:
      return null
  }
}
