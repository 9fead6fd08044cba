import { colouringsOf } from '@second-story/picture'
import { Eye, Palette } from 'lucide-react'
import { useMemo } from 'react'
import { type Action, useActions } from '../../board/palette/action-registry.ts'
import { sameList, useBoard } from '../../session/use-session.ts'
import { useHiddenCount } from './ShowMenu.tsx'
import { colourMap, showEverything, useShow } from './show-state.ts'
import { colourWords, say } from './words.ts'

/** What is shown and in which colours, from the palette while the map is in front. */
export function useShowActions(): void {
  const hidden = useHiddenCount() > 0
  const offered = useBoard(colouringsOf, sameList)
  const colour = useShow((state) => state.colour)
  const actions = useMemo((): readonly Action[] => {
    const all: Action = {
      id: 'show-all',
      label: say.all,
      others: say.others,
      icon: <Eye />,
      run: showEverything,
    }
    const plain: Action = {
      id: 'colour kind',
      label: say.colourBy(say.kind),
      others: say.colour,
      icon: <Palette />,
      run: () => colourMap(null),
    }
    const others = offered
      .filter((by) => by !== colour)
      .map(
        (by): Action => ({
          id: `colour ${by}`,
          label: say.colourBy(colourWords[by]),
          icon: <Palette />,
          run: () => colourMap(by),
        }),
      )
    return [...(hidden ? [all] : []), ...(colour === null ? [] : [plain]), ...others]
  }, [hidden, offered, colour])
  useActions(actions)
}
