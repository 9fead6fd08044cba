import type { TimelineEvent } from '@second-story/board'
import { Clock } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useConduct } from '../../session/use-session.ts'
import { formatWhen } from '../../timeline/format-when.ts'
import { WhenField } from '../../timeline/WhenField.tsx'
import styles from './Inspector.module.css'

/** When it happened, typed over: exact, about, a range, or words. */
export function EventFields({
  item,
  readOnly,
}: {
  readonly item: TimelineEvent
  readonly readOnly: boolean
}) {
  const { zone } = useConduct()
  const [editing, setEditing] = useState(false)
  if (editing) return <WhenField event={item} onClose={() => setEditing(false)} />
  const said = formatWhen(item.when, zone, null)
  return (
    <Button
      className={styles.when ?? ''}
      isDisabled={readOnly}
      aria-label={`When it happened: ${said.text}`}
      onPress={() => setEditing(true)}
    >
      <Clock aria-hidden="true" />
      <span data-quoted={said.quoted || undefined}>{said.text}</span>
      <small>{zone}</small>
    </Button>
  )
}
