import { useEffect } from 'react'
import { currentStage } from '../../map/stage/current-stage.ts'
import { useSession } from '../../session/use-session.ts'
import { toast } from '../../ui/toast.ts'
import { filesDropped } from './take-files.ts'

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
      // what is dropped is gone when this ends: it is taken now, and read once the code for it is here
      const taken = filesDropped(event.dataTransfer)
      void Promise.all([taken, import('./bring-files.ts')])
        .then(([found, { bringDropped }]) => bringDropped(session, found, at))
        .catch(() => toast('That could not be read.', { tone: 'error' }))
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [session])
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
