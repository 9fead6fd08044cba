import { bringPictures } from '../../images/bring-pictures.ts'
import { isPicture } from '../../images/picture-file.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { toast } from '../../ui/toast.ts'
import type { Point } from '../geometry/box.ts'
import { lastCopied } from './last-copied.ts'
import { pasteHere } from './paste-here.ts'

/** Copies as the key does: the page's own copy event fills the clipboard. */
export function copySelected(): void {
  // after the menu, which would be what is copied from
  setTimeout(() => document.execCommand('copy'))
}

export function cutSelected(): void {
  setTimeout(() => document.execCommand('cut'))
}

/**
 * Pastes at a point. A page may ask only for the clipboard's plain text: where that is what was copied last on this
 * page, the things themselves come back; otherwise its lines become notes.
 */
export async function pasteAt(session: BoardSession, at: Point): Promise<void> {
  const picture = await clipboardPicture()
  if (picture) return bringPictures(session, [picture], at)
  const text = await clipboardText()
  const last = lastCopied.get()
  if (last && (text === null || text === last.text)) pasteHere(session, last.copied, '', at)
  else if (text !== null && text.trim() !== '') pasteHere(session, null, text, at)
  else if (text === null) toast('This browser keeps the clipboard to itself. Ctrl V pastes.')
}

/** null where there is none, or words beside it */
async function clipboardPicture(): Promise<File | null> {
  try {
    const [item] = await navigator.clipboard.read()
    const type = item?.types.includes('text/plain')
      ? undefined
      : item?.types.find((one) => isPicture({ type: one, name: '' }))
    return item && type ? new File([await item.getType(type)], 'pasted', { type }) : null
  } catch {
    return null
  }
}

/** null where the browser, or the person, says no */
async function clipboardText(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    return null
  }
}
