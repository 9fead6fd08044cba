import { useEffect } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { looksLikeSystem } from '../../board/import/looks-like.ts'
import { bringPictures } from '../../images/bring-pictures.ts'
import { isPicture } from '../../images/picture-file.ts'
import { useSession } from '../../session/use-session.ts'
import { removeSelected } from '../actions/remove.ts'
import type { Pointer } from '../tools/pointer.ts'
import { asText, copyOf, readCopied } from './copied.ts'
import { lastCopied } from './last-copied.ts'
import { pasteHere } from './paste-here.ts'

const TYPE = 'application/json'

/** Copy, cut and paste of things, on this board and between boards; plain text becomes notes. */
export function useClipboard(pointer: Pointer | null): void {
  const session = useSession()
  useEffect(() => {
    if (!pointer) return
    const copy = (event: ClipboardEvent): boolean => {
      if (isElsewhere(event)) return false
      const { items, strokes } = useBoardUi.getState()
      const things = copyOf(session.live.snapshot, items, strokes)
      if (!things || !event.clipboardData) return false
      const copied = session.sample === null ? { ...things, board: session.board } : things
      const text = asText(copied)
      event.clipboardData.setData(TYPE, JSON.stringify(copied))
      event.clipboardData.setData('text/plain', text)
      lastCopied.set({ copied, text })
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
      // a picture that comes with words, as of a cell of a table, is those words
      const pictures = [...event.clipboardData.files].filter(isPicture)
      if (!copied && pictures.length > 0 && text.trim() === '') {
        event.preventDefault()
        void bringPictures(session, pictures, pointer.here())
        return
      }
      // what describes a system is the import dialog's
      if (!copied && looksLikeSystem(text)) {
        useBoardUi.getState().set({ importing: { text } })
        event.preventDefault()
        return
      }
      if (!copied && text.trim() === '') return
      event.preventDefault()
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

function isElsewhere(event: ClipboardEvent): boolean {
  const target = event.target
  if (!(target instanceof Element)) return false
  return (
    target.closest('input, textarea, [contenteditable=true], [role=dialog]') !== null ||
    (window.getSelection()?.toString() ?? '') !== ''
  )
}
