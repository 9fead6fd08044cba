import { useSession } from '../session/use-session.ts'
import { openVersions } from '../versions/open-versions.ts'
import { aroundHere } from './around-here.ts'
import { useBoardUi } from './board-ui.ts'
import type { KeyAction } from './keyboard/key-hub.ts'
import { useKeys } from './keyboard/use-keys.ts'
import { keysWait } from './keyboard/wait-for-view.ts'
import { ALL_TOOLS } from './tools.tsx'
import type { ViewPlace } from './use-view.ts'

/** The keys of the frame; what a view binds is asked first. */
export function useBoardKeys(place: ViewPlace): void {
  const session = useSession()
  const ui = useBoardUi.getState
  const takeTool = (tool: (typeof ALL_TOOLS)[number]['tool']): KeyAction => {
    return () => {
      if (place.view !== 'map' || !session.mayWrite()) return false
      ui().set({ tool, kept: null })
      return true
    }
  }
  const tools = ALL_TOOLS.flatMap(({ tool, key }) =>
    key ? [[key.toLowerCase(), takeTool(tool)] as const] : [],
  )
  useKeys(
    {
      ...Object.fromEntries(tools),
      '/': () => openPalette(true),
      '?': () => ui().set({ keys: true }),
      h: () => openVersions(session, 'versions'),
      'mod+z': () => session.undo(),
      'mod+shift+z': () => session.redo(),
      'mod+y': () => session.redo(),
      escape: () => letGo(),
    },
    { last: true },
  )
  useKeys({ 'mod+k': () => openPalette(false) }, { overlays: true, typing: true })
}

/** Letters typed right after it are the palette's, even when its code is still on the way. */
function openPalette(find: boolean): void {
  if (!aroundHere.get()) keysWait('palette')
  useBoardUi.getState().set({ palette: true, find })
}

/** Escape: first the tool, then the selection. */
function letGo(): boolean {
  const ui = useBoardUi.getState()
  if (ui.tool !== 'select') ui.set({ tool: 'select', kept: null })
  else if (ui.items.size + ui.relations.size + ui.strokes.size > 0) ui.select([])
  else if (ui.follows !== null) ui.set({ follows: null })
  else return false
  return true
}
