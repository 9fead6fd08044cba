import type { ItemId } from '@second-story/board'
import { useEffect } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { writeLayer } from '../../review/write-layer.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useSession } from '../../session/use-session.ts'
import { toast } from '../../ui/toast.ts'
import { removeSelected } from '../actions/remove.ts'
import type { Point } from '../geometry/box.ts'
import { currentStage } from '../stage/current-stage.ts'
import type { Pointer } from '../tools/pointer.ts'
import { asText, type Copied, copyOf, readCopied } from './copied.ts'
import { type Pasted, pasteCopied, pasteText } from './paste.ts'

const TYPE = 'application/json'
const MOST_TEXT = 200_000

/** Copy, cut and paste of things, on this board and between boards; plain text becomes notes. */
export function useClipboard(pointer: Pointer | null): void {
  const session = useSession()
  useEffect(() => {
    if (!pointer) return
    const copy = (event: ClipboardEvent): boolean => {
      if (isElsewhere(event)) return false
      const copied = copyOf(session.live.snapshot, useBoardUi.getState().items)
      if (!copied || !event.clipboardData) return false
      event.clipboardData.setData(TYPE, JSON.stringify(copied))
      event.clipboardData.setData('text/plain', asText(copied))
      event.preventDefault()
      return true
    }
    const cut = (event: ClipboardEvent): void => {
      if (session.mayWrite() && copy(event)) removeSelected(session)
    }
    const paste = (event: ClipboardEvent): void => {
      if (isElsewhere(event) || !session.mayWrite() || !event.clipboardData) return
      const json = event.clipboardData.getData(TYPE)
      const text = event.clipboardData.getData('text/plain')
      const copied = readCopied(json) ?? readCopied(text)
      // a compose file is the import dialog's
      if (!copied && /^\s*services\s*:/m.test(text)) {
        useBoardUi.getState().set({ importing: { text } })
        event.preventDefault()
        return
      }
      if (!copied && text.trim() === '') return
      event.preventDefault()
      if (text.length > MOST_TEXT && !copied) {
        toast('That is too much text for the map. Nothing was added.')
        return
      }
      pasteHere(session, copied, text, pointer.here())
    }
    const onCopy = (event: ClipboardEvent): void => void copy(event)
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', cut)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', cut)
      document.removeEventListener('paste', paste)
    }
  }, [session, pointer])
}

function pasteHere(session: BoardSession, copied: Copied | null, text: string, at: Point): void {
  const stage = currentStage.get()
  if (!stage) return
  const { layer } = writeLayer(session, 'note')
  const pasted: Pasted = copied
    ? pasteCopied(copied, at, session.makeId)
    : pasteText(text, at, session.makeId, layer)
  if (pasted.commands.length === 0) return
  const many = pasted.ids.length === 1 ? 'one thing' : `${pasted.ids.length} things`
  if (session.do(pasted.commands, `pasted ${many}`).ok) useBoardUi.getState().select(pasted.ids as ItemId[])
}

function isElsewhere(event: ClipboardEvent): boolean {
  const target = event.target
  if (!(target instanceof Element)) return false
  return (
    target.closest('input, textarea, [contenteditable=true], [role=dialog]') !== null ||
    (window.getSelection()?.toString() ?? '') !== ''
  )
}
