import { useEffect } from 'react'
import { bringPictures } from '../../images/bring-pictures.ts'
import { isPicture } from '../../images/picture-file.ts'
import { currentStage } from '../../map/stage/current-stage.ts'
import { readCopyText } from '../../session/copy-file.ts'
import { useSession } from '../../session/use-session.ts'
import { toast } from '../../ui/toast.ts'
import { useBoardUi } from '../board-ui.ts'
import { type FoundFile, filesDropped, openFiles } from './take-files.ts'

/** A copy of a whole board holds it twice, readable and exact. */
const MOST_COPY_BYTES = 100_000_000

/** Files and folders dropped anywhere on the board open the import with them; pictures among them come to lie where they were dropped. */
export function useFileDrop(): void {
  const session = useSession()
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = session.mayWrite() ? 'copy' : 'none'
    }
    const drop = (event: DragEvent): void => {
      // somebody took it already
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      if (!event.dataTransfer || !session.mayWrite()) return
      const at = currentStage.get()?.toBoard(event.clientX, event.clientY) ?? null
      void filesDropped(event.dataTransfer).then(
        (found) => {
          const pictures = found.filter(({ file }) => isPicture(file))
          void bringPictures(
            session,
            pictures.map(({ file }) => file),
            at,
          )
          return bringFiles(found.filter((one) => !pictures.includes(one)))
        },
        () => toast('That could not be read.', { tone: 'error' }),
      )
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [session])
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

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
