import { useEffect } from 'react'
import { currentStage } from '../map/stage/current-stage.ts'
import { useSession } from '../session/use-session.ts'
import { boardPictures, picturesOf } from './board-pictures.ts'

/** Has the pictures of the open board at hand, and draws the map again when one has come. */
export function useBoardPictures(): void {
  const session = useSession()
  useEffect(() => {
    const made = picturesOf(session)
    boardPictures.set(made)
    const stop = made.onChange(() => currentStage.get()?.touchAll())
    return () => {
      stop()
      boardPictures.set(null)
    }
  }, [session])
}
