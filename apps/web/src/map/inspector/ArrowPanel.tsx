import { RELATION_VERBS, type Relation } from '@second-story/board'
import { ArrowLeftRight } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useBoardUi } from '../../board/board-ui.ts'
import { arrowKinds } from '../../items/connect-choices.ts'
import { ItemIcon } from '../../outline/ItemIcon.tsx'
import { nameOf } from '../../outline/item-words.ts'
import { useItem, useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { turnRound } from '../actions/arrow-shape.ts'
import { showItem } from '../stage/zoom.ts'
import { ArrowShape } from './ArrowShape.tsx'
import styles from './Inspector.module.css'
import { LabelField } from './LabelField.tsx'
import { PanelHead } from './PanelHead.tsx'
import { Section } from './Section.tsx'

/** An arrow: what it says, in words of its kind and in one's own, and what it joins. */
export function ArrowPanel({ relation }: { readonly relation: Relation }) {
  const session = useSession()
  const from = useItem(relation.from)
  const to = useItem(relation.to)
  if (!from || !to) return null
  const may = session.mayWrite()
  const amend = (change: Record<string, unknown>): void => {
    session.do([{ do: 'amend', id: relation.id, ...change }])
  }
  const options = arrowKinds(from, to, relation.kind).map((kind) => ({
    id: kind as string,
    label: RELATION_VERBS[kind],
  }))
  return (
    <>
      <PanelHead title="Arrow" arrow />
      <ul className={styles.links}>
        {[from, to].map((item, index) => (
          <li key={index === 0 ? 'from' : 'to'}>
            <AriaButton
              className={styles.link ?? ''}
              onPress={() => {
                useBoardUi.getState().select([item.id])
                showItem(item.id)
              }}
            >
              <span className={styles.linkIcon}>
                <ItemIcon item={item} />
              </span>
              <span>
                <i>{index === 0 ? 'from' : RELATION_VERBS[relation.kind]}</i>
                <b>{nameOf(item)}</b>
              </span>
            </AriaButton>
          </li>
        ))}
      </ul>
      <Section title="What it says">
        <div className={styles.fields}>
          <Select
            label="Kind of arrow"
            hideLabel
            options={options}
            value={relation.kind as string}
            isDisabled={!may}
            onChange={(kind) => amend({ kind })}
          />
          <LabelField
            label="Words on the line"
            placeholder="http, every night, …"
            value={relation.label}
            readOnly={!may}
            onKeep={(label) => amend({ label })}
          />
        </div>
      </Section>
      {may && <ArrowShape relation={relation} />}
      {may && (
        <footer className={styles.foot}>
          <Button size="small" variant="quiet" onPress={() => turnRound(session, relation)}>
            <ArrowLeftRight aria-hidden="true" /> Turn round
          </Button>
        </footer>
      )}
    </>
  )
}
