import { useEffect } from 'react'
import { readCopyText } from '../../session/copy-file.ts'
import { useSession } from '../../session/use-session.ts'
import { toast } from '../../ui/toast.ts'
import { useBoardUi } from '../board-ui.ts'

/** Above this nobody drew it by hand; the importers refuse it as well. */
const MOST_BYTES = 5_000_000
/** A copy of a whole board holds it twice, readable and exact. */
const MOST_COPY_BYTES = 100_000_000

/** A file dropped anywhere on the board opens the import with it. */
export function useFileDrop(): void {
  const session = useSession()
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = session.mayWrite() ? 'copy' : 'none'
    }
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      const [file] = event.dataTransfer?.files ?? []
      if (file && session.mayWrite()) void bring(file)
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
  const most = file.name.endsWith('.json') ? MOST_COPY_BYTES : MOST_BYTES
  if (file.size > most) {
    toast(`“${file.name}” is larger than ${most / 1_000_000} MB; that is no file to draw from.`, {
      tone: 'error',
    })
    return
  }
  try {
    const text = await file.text()
    const copy = readCopyText(text)
    if (copy) useBoardUi.getState().set({ bringing: copy, importing: null })
    else useBoardUi.getState().set({ importing: { name: file.name, text } })
  } catch {
    toast(`“${file.name}” could not be read.`, { tone: 'error' })
  }
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
