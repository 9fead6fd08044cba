import type { Component, Item } from '@second-story/board'
import { useMemo, useState } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { findItems } from '../../outline/find-items.ts'
import { ItemIcon } from '../../outline/ItemIcon.tsx'
import { nameOf } from '../../outline/item-words.ts'
import { linksOf } from '../../outline/links.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { Chip } from '../../ui/Chip.tsx'
import { showItem } from '../stage/zoom.ts'
import styles from './Inspector.module.css'
import { PickField } from './PickField.tsx'
import { Section } from './Section.tsx'

/** The components it is about, as chips, and a field that adds one. */
export function SeenIn({ item, readOnly }: { readonly item: Item; readonly readOnly: boolean }) {
  const session = useSession()
  const board = useBoard((all) => all)
  const [adding, setAdding] = useState(false)
  const links = useMemo(() => linksOf(board, item.id), [board, item.id])
  const chips = links.filter((link) => link.kind === 'about' && link.other.type === 'component')
  const found = (typed: string): Item[] => {
    const has = new Set(chips.map((link) => link.other.id))
    const all = typed === '' ? [...board.items.values()] : findItems(board, typed)
    return all.filter(
      (one): one is Component => one.type === 'component' && one.name !== '' && !has.has(one.id),
    )
  }
  if (readOnly && chips.length === 0) return null
  return (
    <Section title={item.type === 'factor' ? 'Seen in' : 'About'}>
      <div className={styles.chips}>
        {chips.map((link) => (
          <Chip
            key={link.id}
            icon={<ItemIcon item={link.other} />}
            onPress={() => {
              useBoardUi.getState().select([link.other.id])
              showItem(link.other.id)
            }}
            {...(readOnly
              ? {}
              : {
                  onRemove: () => session.do([{ do: 'disconnect', ids: [link.id] }]),
                  removeLabel: `No longer about ${nameOf(link.other)}`,
                })}
          >
            {nameOf(link.other)}
          </Chip>
        ))}
        {!readOnly && !adding && (
          <Chip look="add" onPress={() => setAdding(true)}>
            + component
          </Chip>
        )}
      </div>
      {adding && (
        <PickField
          label="Find a component"
          find={found}
          onPick={(other) =>
            session.do([{ do: 'connect', id: session.makeId(), from: item.id, to: other.id, kind: 'about' }])
          }
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  )
}
