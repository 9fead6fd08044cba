import { type Item, RELATION_VERBS, type Relation } from '@second-story/board'
import { ArrowLeftRight, X } from 'lucide-react'
import { useState } from 'react'
import { arrowKinds } from '../items/connect-choices.ts'
import { turnRound } from '../map/actions/arrow-shape.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './LinkList.module.css'

interface LinkEditorProps {
  readonly relation: Relation
  readonly from: Item
  readonly to: Item
}

/** What an arrow says, by its kind and in one's own words; turning it round, taking it away. */
export function LinkEditor({ relation, from, to }: LinkEditorProps) {
  const session = useSession()
  const [typed, setTyped] = useState<string | null>(null)
  const amend = (change: Record<string, unknown>): void => {
    session.do([{ do: 'amend', id: relation.id, ...change }])
  }
  const keep = (): void => {
    const label = typed?.trim()
    if (label !== undefined && label !== relation.label) amend({ label })
    setTyped(null)
  }
  return (
    <div className={styles.editor}>
      <Select
        label="Kind of arrow"
        hideLabel
        options={arrowKinds(from, to, relation.kind).map((kind) => ({
          id: kind as string,
          label: RELATION_VERBS[kind],
        }))}
        value={relation.kind as string}
        onChange={(kind) => amend({ kind })}
      />
      <TextField
        label="Words on the line"
        quietLabel
        value={typed ?? relation.label}
        maxLength={200}
        placeholder="http, every night, …"
        onChange={setTyped}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
        }}
      />
      <div className={styles.editorFoot}>
        <Button variant="quiet" onPress={() => turnRound(session, relation)}>
          <ArrowLeftRight aria-hidden="true" />
          Turn round
        </Button>
        <Button variant="quiet" onPress={() => session.do([{ do: 'disconnect', ids: [relation.id] }])}>
          <X aria-hidden="true" />
          Take away
        </Button>
      </div>
    </div>
  )
}
