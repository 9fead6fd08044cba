import type { ArrowLine, RelationId } from '@second-story/board'
import { useSession } from '../../session/use-session.ts'
import { MenuItem, MenuLine, MenuMore } from '../../ui/Menu.tsx'
import { LINE_WORDS, setLine, turnRound } from '../actions/arrow-shape.ts'
import { removeSelected } from '../actions/remove.ts'
import { useMapState } from '../map-state.ts'
import { closeMenu } from './close-menu.ts'

const LINES = Object.keys(LINE_WORDS) as ArrowLine[]

/** What can be done with an arrow. */
export function ArrowMenu({ id }: { readonly id: RelationId }) {
  const session = useSession()
  return (
    <>
      <MenuItem
        label="Words on the line"
        keys="Enter"
        onAction={() => useMapState.getState().set({ wording: id })}
      />
      <MenuItem
        label="Turn round"
        onAction={() => {
          const relation = session.live.snapshot.relations.get(id)
          if (relation) turnRound(session, relation)
        }}
      />
      <MenuMore label="How it runs" onDone={closeMenu}>
        <MenuItem label="As usual" onAction={() => void setLine(session, [id], null)} />
        {LINES.map((line) => (
          <MenuItem
            key={line}
            label={`${LINE_WORDS[line].slice(0, 1).toUpperCase()}${LINE_WORDS[line].slice(1)}`}
            onAction={() => void setLine(session, [id], line)}
          />
        ))}
      </MenuMore>
      <MenuLine />
      <MenuItem label="Delete" keys="Del" onAction={() => void removeSelected(session)} />
    </>
  )
}
