import { bringPictures } from '../../images/bring-pictures.ts'
import { isPicture } from '../../images/picture-file.ts'
import type { Point } from '../../map/geometry/box.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { readCopyText } from '../../session/copy-file.ts'
import { useBoardUi } from '../board-ui.ts'
import { type FoundFile, openFiles } from './take-files.ts'

/** A copy of a whole board holds it twice, readable and exact. */
const MOST_COPY_BYTES = 100_000_000

/** What was dropped: pictures come to lie there, everything else opens the import. */
export async function bringDropped(
  session: BoardSession,
  found: readonly FoundFile[],
  at: Point | null,
): Promise<void> {
  const pictures = found.filter(({ file }) => isPicture(file))
  void bringPictures(
    session,
    pictures.map(({ file }) => file),
    at,
  )
  await bringFiles(found.filter((one) => !pictures.includes(one)))
}

/** Reads a file into the dialog that fits: a copy of a board, or something to draw from. Says why not. */
export async function bring(file: File): Promise<void> {
  await bringFiles([{ name: file.name, file }])
}

/** Reads files that belong to one act of bringing. */
export async function bringFiles(found: readonly FoundFile[]): Promise<void> {
  const [first, second] = found
  if (!first) return
  if (!second && (await isCopy(first.file))) return
  useBoardUi.getState().set({ importing: await openFiles(found) })
}

/** Opens the way back for a copy of a board; false for any other file. */
async function isCopy(file: File): Promise<boolean> {
  if (!file.name.endsWith('.json') || file.size > MOST_COPY_BYTES) return false
  try {
    const copy = readCopyText(await file.text())
    if (copy) useBoardUi.getState().set({ bringing: copy, importing: null })
    return copy !== null
  } catch {
    return false
  }
}
