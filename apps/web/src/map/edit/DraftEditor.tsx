import { type ItemId, itemType } from '@second-story/board'
import { drawItem, fitItem, itemBox } from '@second-story/picture'
import { useState } from 'react'
import { announce } from '../../aloud/announce.ts'
import { type Tool, useBoardUi } from '../../board/board-ui.ts'
import { toolDone } from '../../board/tool-done.ts'
import { ALL_TOOLS } from '../../board/tools.tsx'
import { useBoard, useSession } from '../../session/use-session.ts'
import { toast } from '../../ui/toast.ts'
import { blankItem, draftCommands, draftOf, growingLink } from '../actions/new-item.ts'
import { nextOf } from '../actions/next-of.ts'
import { DrawingSvg } from '../drawing/DrawingSvg.tsx'
import { type Draft, useMapState } from '../map-state.ts'
import { currentStage } from '../stage/current-stage.ts'
import { viewShowing } from '../stage/look-at.ts'
import { guessKind } from '../type-line/guess-kind.ts'
import styles from './WordsField.module.css'
import { type Done, WordsField } from './WordsField.tsx'

/** Something new while it is being named: drawn as it will look, growing with its words. */
export function DraftEditor({ draft }: { readonly draft: Draft }) {
  const session = useSession()
  const board = useBoard((all) => all)
  const [words, setWords] = useState('')
  const fields = { ...draft.fields, [itemType(draft.type).words]: words }
  const item = blankItem(draft.type, fields, draft.box)
  const fit = fitItem(item, board)
  const size = { w: Math.max(draft.box.w, draft.type === 'component' ? fit.w : 0), h: draft.box.h }
  const sized = { ...item, place: { ...draft.box, ...size, parent: null, order: '' } } as typeof item
  const box = itemBox(sized, board)
  const drawing = drawItem(sized, { board })

  const done = (how: Done): void => {
    const state = useMapState.getState()
    const stage = currentStage.get()
    const said = words.trim()
    if (state.draft === draft) state.set({ draft: null })
    // Escape keeps what was said: undo takes it back
    if (said === '' || !stage) {
      useBoardUi.getState().set({ tool: how === 'away' ? toolAfter(draft) : 'select' })
      return
    }
    const guessed = draft.type === 'component' && !('kind' in draft.fields) ? { kind: guessKind(said) } : {}
    const finished = { ...draft, fields: { ...draft.fields, ...guessed } }
    const { id, commands } = draftCommands(session, stage.scene, finished, said, { w: size.w, h: box.h })
    if (!session.do(commands, `added “${said.slice(0, 40)}”`).ok) {
      state.set({ draft })
      return
    }
    const ui = useBoardUi.getState()
    // where tools stay in hand, so does one that a key began
    toolDone(
      draft.type === 'idea' || draft.type === 'flow' || draft.type === 'bookmark' || draft.type === 'image'
        ? 'select'
        : draft.type,
    )
    if (draft.type === 'idea') toast('Parked for the planning meeting.')
    else if (how !== 'away') ui.select([id])
    if (draft.type !== 'idea') announce(`Added ${said.slice(0, 80)}.`)
    if (how === 'tab' || how === 'below') next(id, finished, how)
  }

  const next = (from: ItemId, last: Draft, way: 'tab' | 'below'): void => {
    const stage = currentStage.get()
    const item = session.live.snapshot.items.get(from)
    if (!stage || !item) return
    const spot = nextOf(stage.scene, { ...box, x: last.box.x, y: last.box.y }, last.type, way)
    const links = last.type === 'note' ? [] : [growingLink(last.type, item)]
    const made = draftOf(stage.scene, last.type, spot, links, last.placeholder)
    useMapState.getState().set({ draft: made })
    const view = viewShowing(spot, stage.view, stage.size())
    if (view) stage.look(view, 220)
  }

  return (
    <>
      <div className={styles.sheet} style={{ left: draft.box.x, top: draft.box.y }}>
        <DrawingSvg drawing={drawing} wordless />
      </div>
      <WordsField
        drawing={drawing}
        x={draft.box.x}
        y={draft.box.y}
        value={words}
        label={`A new ${itemType(draft.type).noun}`}
        placeholder={draft.placeholder}
        onInput={setWords}
        onDone={done}
      />
    </>
  )
}

/**
 * Nothing was said and the hand went elsewhere. Begun by a key, that was most likely "not here, there": the release of
 * the same press puts it there. Begun by the tool itself, it was a change of mind.
 */
function toolAfter(draft: Draft): Tool {
  const { tool } = useBoardUi.getState()
  if (tool !== 'select' || draft.links.length > 0) return 'select'
  return ALL_TOOLS.find((entry) => entry.tool === draft.type)?.tool ?? 'select'
}
