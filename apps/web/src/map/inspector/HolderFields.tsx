import { BOUNDARY_KINDS, type Boundary, type Frame, type ItemId } from '@second-story/board'
import { Presentation } from 'lucide-react'
import { useBoardUi } from '../../board/board-ui.ts'
import { ItemIcon } from '../../outline/ItemIcon.tsx'
import { nameOf } from '../../outline/item-words.ts'
import { sameList, useBoard, useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { TidyMenu } from '../layout/TidyMenu.tsx'
import { present } from '../present/present.ts'
import { showItem } from '../stage/zoom.ts'
import styles from './Inspector.module.css'
import { Section } from './Section.tsx'

const TINTS = [
  { id: 'a', label: 'cool' },
  { id: 'b', label: 'warm' },
] as const
const KINDS = BOUNDARY_KINDS.map((kind) => ({ id: kind, label: kind }))

/** A boundary or frame: what kind it is, and what lies in it. */
export function HolderFields({
  item,
  readOnly,
}: {
  readonly item: Boundary | Frame
  readonly readOnly: boolean
}) {
  const session = useSession()
  const inside = useBoard(
    (board) => [...board.items.values()].filter((one) => one.place?.parent === item.id),
    sameList,
  )
  const set = (fields: Record<string, unknown>): void => {
    session.do([{ do: 'set', id: item.id, fields }])
  }
  const go = (id: ItemId): void => {
    useBoardUi.getState().select([id])
    showItem(id)
  }
  return (
    <>
      {item.type === 'boundary' && (
        <div className={styles.row}>
          <Select
            label="Kind of boundary"
            hideLabel
            size="small"
            options={KINDS}
            value={item.kind}
            isDisabled={readOnly}
            onChange={(kind) => set({ kind })}
          />
          <Segments label="Tint" options={TINTS} value={item.tint} onChange={(tint) => set({ tint })} />
        </div>
      )}
      <footer className={styles.foot}>
        {!readOnly && inside.length > 1 && <TidyMenu label="Tidy what is in it" />}
        {item.type === 'frame' && (
          <Button variant="quiet" onPress={() => present(session, item.id)}>
            <Presentation aria-hidden="true" /> Present
          </Button>
        )}
      </footer>
      {inside.length > 0 && (
        <Section title="In it">
          <div className={styles.chips}>
            {inside.map((one) => (
              <Chip key={one.id} icon={<ItemIcon item={one} />} onPress={() => go(one.id)}>
                {nameOf(one)}
              </Chip>
            ))}
          </div>
        </Section>
      )}
    </>
  )
}
