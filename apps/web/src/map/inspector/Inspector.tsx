import { useBoardUi } from '../../board/board-ui.ts'
import { useBoard, useItem } from '../../session/use-session.ts'
import { ArrowPanel } from './ArrowPanel.tsx'
import styles from './Inspector.module.css'
import { ItemPanel } from './ItemPanel.tsx'
import { ManyPanel } from './ManyPanel.tsx'

/** What is selected, and everything known about it. */
export function Inspector() {
  const items = useBoardUi((ui) => ui.items)
  const relations = useBoardUi((ui) => ui.relations)
  const [firstItem = null] = items
  const [firstRelation = null] = relations
  const item = useItem(firstItem)
  const relation = useBoard((board) => (firstRelation ? board.relations.get(firstRelation) : undefined))
  return (
    <div className={styles.panel}>
      {items.size + relations.size > 1 ? (
        <ManyPanel items={items} relations={relations} />
      ) : item ? (
        <ItemPanel key={item.id} item={item} />
      ) : relation ? (
        <ArrowPanel key={relation.id} relation={relation} />
      ) : null}
    </div>
  )
}
