import { Bookmark, Frame } from 'lucide-react'
import { useMemo } from 'react'
import { type Action, useActions } from '../../board/palette/action-registry.ts'
import { useBoard } from '../../session/use-session.ts'
import { goToPlace } from './go-to-place.ts'
import { placesOf, samePlaces } from './places-of.ts'
import { say } from './words.ts'

/** “Go to …” for every named place, in the palette. */
export function usePlaceActions(): void {
  const places = useBoard(placesOf, samePlaces)
  const actions = useMemo(
    () =>
      places.map(
        (place): Action => ({
          id: `place ${place.id}`,
          label: say.goTo(place.name),
          others: say.goOthers,
          icon: place.kind === 'frame' ? <Frame /> : <Bookmark />,
          run: () => goToPlace(place),
        }),
      ),
    [places],
  )
  useActions(actions)
}
