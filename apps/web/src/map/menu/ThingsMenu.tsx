import type { ItemId } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import { MOD } from '../../board/key-list.ts'
import { commentOn } from '../../comments/start.ts'
import { say as commentWords } from '../../comments/words.ts'
import { makeOfSelected } from '../../flows/record-flow.ts'
import { say as sayFlow } from '../../flows/words.ts'
import { useSession } from '../../session/use-session.ts'
import { StampEntries } from '../../stamps/StampEntries.tsx'
import { say as stampWords } from '../../stamps/words.ts'
import { MenuItem, MenuLine, MenuMore } from '../../ui/Menu.tsx'
import { boundSelected } from '../actions/bound-selected.ts'
import { duplicateSelected } from '../actions/duplicate.ts'
import { fitWords } from '../actions/fit-words.ts'
import { growFrom } from '../actions/grow.ts'
import { hasEnds } from '../actions/link.ts'
import { isAllPinned, pinSelected } from '../actions/pin.ts'
import { removeSelected } from '../actions/remove.ts'
import { restack } from '../actions/restack.ts'
import { copySelected, cutSelected } from '../clipboard/by-menu.ts'
import { ArrangeEntries } from '../layout/ArrangeEntries.tsx'
import { useMapState } from '../map-state.ts'
import { NoteEntries } from '../notes/NoteEntries.tsx'
import { notesOf } from '../notes/note-look.ts'
import { putTogether } from '../notes/put-together.ts'
import { say as noteWords } from '../notes/words.ts'
import { currentStage } from '../stage/current-stage.ts'
import { closeMenu } from './close-menu.ts'
import { RowMenu } from './RowMenu.tsx'

/** What can be done with one thing or with several. */
export function ThingsMenu({ items }: { readonly items: ReadonlySet<ItemId> }) {
  const session = useSession()
  const [only] = items
  const item = items.size === 1 && only ? session.live.snapshot.items.get(only) : undefined
  const isNotes = items.size > 0 && notesOf(session.live.snapshot, items).length === items.size
  const joins = hasEnds(session.live.snapshot, items)
  return (
    <>
      {item && (
        <MenuItem
          label="Edit the words"
          keys="Enter"
          onAction={() => useBoardUi.getState().set({ editing: item.id })}
        />
      )}
      {joins && (
        <MenuItem
          label={item ? 'Connect to …' : 'Connect all to …'}
          keys="A"
          onAction={() => useMapState.getState().set({ linking: [...items] })}
        />
      )}
      {item && item.type !== 'question' && (
        <MenuItem label="Ask about it" keys="Q" onAction={() => growFrom(item, 'question')} />
      )}
      {item?.layer === 'common' && (
        <MenuItem label={commentWords.comment} keys="⇧ C" onAction={() => void commentOn(session, item.id)} />
      )}
      {item && <MenuItem label="Park an idea" keys="P" onAction={() => growFrom(item, 'idea')} />}
      <MenuItem
        label={item ? 'Boundary round it' : 'Boundary round them'}
        keys="B"
        onAction={() => boundSelected(session)}
      />
      {items.size > 1 && <MenuItem label={sayFlow.make} onAction={() => void makeOfSelected(session)} />}
      <MenuLine />
      <MenuItem label="Cut" keys={`${MOD} X`} onAction={cutSelected} />
      <MenuItem label="Copy" keys={`${MOD} C`} onAction={copySelected} />
      <MenuItem label="Duplicate" keys={`${MOD} D`} onAction={() => duplicateSelected(session)} />
      <MenuLine />
      {items.size > 1 && (
        <MenuMore label="Put in a row" onDone={closeMenu}>
          <RowMenu count={items.size} />
        </MenuMore>
      )}
      <ArrangeEntries items={items} />
      {isNotes && (
        <MenuMore label={noteWords.look} onDone={closeMenu}>
          <NoteEntries items={items} />
        </MenuMore>
      )}
      {isNotes && items.size > 1 && (
        <MenuItem label={noteWords.together} onAction={() => void putTogether(session, items)} />
      )}
      <MenuMore label={stampWords.stamp} onDone={closeMenu}>
        <StampEntries items={items} />
      </MenuMore>
      <MenuMore label="Before or behind" onDone={closeMenu}>
        <MenuItem label="To the front" keys="]" onAction={() => restack(session, 'front')} />
        <MenuItem label="Forward" keys="Alt ]" onAction={() => restack(session, 'forward')} />
        <MenuItem label="Backward" keys="Alt [" onAction={() => restack(session, 'backward')} />
        <MenuItem label="To the back" keys="[" onAction={() => restack(session, 'back')} />
      </MenuMore>
      <MenuItem label="As large as the words" onAction={() => fitSelected(items)} />
      <MenuItem
        label={isAllPinned(session) ? 'Let it move again' : 'Pin where it lies'}
        keys="⇧ L"
        onAction={() => pinSelected(session)}
      />
      <MenuLine />
      <MenuItem label="Delete" keys="Del" onAction={() => void removeSelected(session)} />
    </>
  )

  function fitSelected(ids: ReadonlySet<ItemId>): void {
    const stage = currentStage.get()
    if (stage) fitWords(session, stage.scene, ids)
  }
}
