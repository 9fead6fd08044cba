import { type ItemTypeName, itemType } from '@second-story/board'
import { useBoardUi } from '../../board/board-ui.ts'
import { MOD } from '../../board/key-list.ts'
import { commentAt } from '../../comments/start.ts'
import { say } from '../../comments/words.ts'
import { addPictures } from '../../images/add-pictures.ts'
import { say as sayPicture } from '../../images/words.ts'
import { useSession } from '../../session/use-session.ts'
import { MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { createAt } from '../actions/create-at.ts'
import { pasteAt } from '../clipboard/by-menu.ts'
import type { Point } from '../geometry/box.ts'
import { TidyEntries } from '../layout/ArrangeEntries.tsx'
import { useMapState } from '../map-state.ts'
import { currentStage } from '../stage/current-stage.ts'

const NEW = ['component', 'note', 'factor', 'event', 'question', 'text', 'frame'] as const

/** What can be begun at a point of open ground. */
export function GroundMenu({ at }: { readonly at: Point }) {
  const session = useSession()
  return (
    <>
      {NEW.map((type) => (
        <MenuItem key={type} label={`New ${itemType(type).noun}`} onAction={() => begin(type, at)} />
      ))}
      <MenuItem label={sayPicture.newPicture} onAction={() => addPictures(session, at)} />
      <MenuLine />
      <MenuItem label={say.comment} keys="⇧ C" onAction={() => void commentAt(session, at)} />
      <MenuItem label="Paste here" keys={`${MOD} V`} onAction={() => void pasteAt(session, at)} />
      <MenuItem label="Select everything" keys={`${MOD} A`} onAction={selectAll} />
      <TidyEntries label="Tidy the map" />
      <MenuLine />
      <MenuItem
        label="Type what calls what"
        keys="T"
        onAction={() => useMapState.getState().set({ typeLine: true })}
      />
      <MenuItem label="Bring files" onAction={() => useBoardUi.getState().set({ importing: {} })} />
    </>
  )
}

function begin(type: ItemTypeName, at: Point): void {
  const stage = currentStage.get()
  if (stage) createAt(stage, type, at)
}

function selectAll(): void {
  const scene = currentStage.get()?.scene
  if (scene) useBoardUi.getState().select(scene.items.keys())
}
