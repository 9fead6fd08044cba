import type { ItemId, RelationId } from '@second-story/board'
import {
  AlignHorizontalDistributeCenter,
  AlignVerticalDistributeCenter,
  Group,
  Scaling,
  Spline,
  SquareDashed,
  Trash2,
  Ungroup,
  Waypoints,
} from 'lucide-react'
import { makeOfSelected } from '../../flows/record-flow.ts'
import { say } from '../../flows/words.ts'
import { useBoard, useSession } from '../../session/use-session.ts'
import { Stamps } from '../../stamps/Stamps.tsx'
import { say as stampWords } from '../../stamps/words.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { arrangeSelected } from '../actions/arrange-selected.ts'
import { boundSelected } from '../actions/bound-selected.ts'
import { groupSelected, isOneGroup, ungroupSelected } from '../actions/group.ts'
import { removeSelected } from '../actions/remove.ts'
import { sameSize } from '../actions/same-size.ts'
import { TidyMenu } from '../layout/TidyMenu.tsx'
import { useMapState } from '../map-state.ts'
import { ROW_CHOICES } from '../menu/row-choices.ts'
import { NoteFields } from '../notes/NoteFields.tsx'
import { notesOf } from '../notes/note-look.ts'
import { putTogether } from '../notes/put-together.ts'
import { say as noteWords } from '../notes/words.ts'
import styles from './Inspector.module.css'
import { PanelHead } from './PanelHead.tsx'
import { Section } from './Section.tsx'

interface ManyPanelProps {
  readonly items: ReadonlySet<ItemId>
  readonly relations: ReadonlySet<RelationId>
}

/** Several things at once. */
export function ManyPanel({ items, relations }: ManyPanelProps) {
  const session = useSession()
  const may = session.mayWrite()
  const isNotes = useBoard((board) => items.size > 1 && notesOf(board, items).length === items.size)
  const isGroup = useBoard((board) => isOneGroup(board, items))
  return (
    <>
      <PanelHead title={`${items.size + relations.size} selected`} />
      {may && items.size > 1 && (
        <Section title="Put in a row">
          <div className={styles.icons}>
            {ROW_CHOICES.map(({ how, label, Icon }) => (
              <IconButton key={how} label={label} onPress={() => arrangeSelected(session, how)}>
                <Icon />
              </IconButton>
            ))}
            <IconButton
              label="Equal gaps across"
              isDisabled={items.size < 3}
              onPress={() => arrangeSelected(session, 'x')}
            >
              <AlignHorizontalDistributeCenter />
            </IconButton>
            <IconButton
              label="Equal gaps down"
              isDisabled={items.size < 3}
              onPress={() => arrangeSelected(session, 'y')}
            >
              <AlignVerticalDistributeCenter />
            </IconButton>
            <IconButton label="One size" onPress={() => void sameSize(session)}>
              <Scaling />
            </IconButton>
          </div>
        </Section>
      )}
      {may && isNotes && (
        <Section title={noteWords.look}>
          <NoteFields ids={[...items]} />
          <Button variant="quiet" onPress={() => void putTogether(session, items)}>
            <Group aria-hidden="true" /> {noteWords.together}
          </Button>
        </Section>
      )}
      {may && items.size > 0 && (
        <Section title={stampWords.stamps}>
          <Stamps ids={[...items]} readOnly={false} />
        </Section>
      )}
      {may && (
        <footer className={styles.stack}>
          {items.size > 1 && <TidyMenu label="Tidy them" />}
          {items.size > 1 && (
            <Button
              variant="quiet"
              onPress={() => void (isGroup ? ungroupSelected(session) : groupSelected(session))}
            >
              {isGroup ? <Ungroup aria-hidden="true" /> : <Group aria-hidden="true" />}
              {isGroup ? 'Ungroup' : 'Group'}
            </Button>
          )}
          <Button variant="quiet" onPress={() => void makeOfSelected(session)}>
            <Waypoints aria-hidden="true" /> {say.make}
          </Button>
          {items.size > 0 && (
            <Button variant="quiet" onPress={() => boundSelected(session)}>
              <SquareDashed aria-hidden="true" /> Draw a boundary round them
            </Button>
          )}
          {items.size > 0 && (
            <Button variant="quiet" onPress={() => useMapState.getState().set({ linking: [...items] })}>
              <Spline aria-hidden="true" /> Connect all to …
            </Button>
          )}
          <Button variant="quiet" onPress={() => void removeSelected(session)}>
            <Trash2 aria-hidden="true" /> Delete
          </Button>
        </footer>
      )}
    </>
  )
}
