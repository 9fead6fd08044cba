import type { BoardSnapshot, ItemId } from '@second-story/board'
import { partOfBoard } from '@second-story/picture'
import { fileName } from '@second-story/record'
import { useMemo } from 'react'
import { useBoardUi } from '../../board/board-ui.ts'
import { leavesWithComments } from '../../comments/LeaveWithComments.tsx'
import { embeddedImages } from '../../images/embedded.ts'
import { download } from '../../record/export/download.ts'
import { svgToPng } from '../../record/export/svg-to-png.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useSession } from '../../session/use-session.ts'
import { copyText } from '../../ui/copy-text.ts'
import { toast } from '../../ui/toast.ts'
import { useMapState } from '../map-state.ts'
import { hidesOf } from '../show/choice.ts'
import { useShow } from '../show/show-state.ts'
import type { AsShown } from './map-files.ts'

/** What the map can leave as: what is selected, else all of it. */
export interface MapExports {
  copyPicture(): void
  copyText(): void
  copyMermaid(): void
  svg(look: Look): void
  png(look: Look): void
  mermaid(): void
  dot(): void
  csv(): void
  timeline(): void
  canvas(): void
}

/** A picture's ground, and the colours on it. */
export interface Look {
  readonly theme: 'light' | 'dark'
  readonly background: boolean
}

const ON_PAPER: Look = { theme: 'light', background: true }

export function useMapExports(): MapExports {
  const session = useSession()
  return useMemo(() => exportsOf(session), [session])
}

function exportsOf(session: BoardSession): MapExports {
  // the writers and the fonts of pictures come when they are asked for
  const files = () => import('./map-files.ts')
  const board = () => session.live.snapshot
  const chosen = () => chosenOf(board(), useBoardUi.getState().items)
  const name = (ending: string, part = ''): string =>
    fileName(board().conduct.title, ending, chosen() === null ? part : 'selection')
  const doing = (work: () => Promise<void>) => (): void => {
    work().catch((error: unknown) => {
      const why = error instanceof Error ? error.message : 'no reason given'
      toast(`That did not work: ${why}. The board is as it was.`, { tone: 'error' })
    })
  }
  const copying = (words: string, make: () => Promise<string>) =>
    doing(async () => {
      const copied = await copyText(await make())
      toast(copied ? words : 'This browser did not let it onto the clipboard.')
    })
  const picture = async (look: Look) => {
    const imageAt = await embeddedImages(session, board())
    return (await files()).pictureFile(
      board(),
      chosen(),
      look,
      imageAt,
      shownNow(),
      leavesWithComments().comments,
    )
  }
  return {
    copyPicture: doing(async () => {
      if (!navigator.clipboard?.write) {
        toast('On a page without https a browser copies no pictures. Save it as PNG instead.')
        return
      }
      // the clipboard is asked at once: some browsers forget the click while the picture is drawn
      const png = picture(ON_PAPER).then(svgToPng)
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
      toast('The picture is on the clipboard.')
    }),
    copyText: copying('Copied as text. It can be typed or pasted back.', async () =>
      (await files()).linesOf(board(), chosen()),
    ),
    copyMermaid: copying('Copied as Mermaid.', async () => (await files()).mermaidFile(board(), chosen())),
    svg: (look) => doing(async () => download(name('svg'), await picture(look), 'image/svg+xml'))(),
    png: (look) => doing(async () => download(name('png'), await svgToPng(await picture(look))))(),
    mermaid: doing(async () =>
      download(name('mmd', 'system'), (await files()).mermaidFile(board(), chosen())),
    ),
    dot: doing(async () => download(name('dot', 'system'), (await files()).dotFile(board(), chosen()))),
    csv: doing(async () =>
      download(name('csv', 'system'), (await files()).csvFile(board(), chosen()), 'text/csv'),
    ),
    timeline: doing(async () =>
      download(
        fileName(board().conduct.title, 'csv', 'timeline'),
        (await files()).timelineFile(board()),
        'text/csv',
      ),
    ),
    canvas: doing(async () =>
      download(name('canvas'), (await files()).canvasFile(board(), chosen()), 'application/json'),
    ),
  }
}

/** What is hidden and in which colours things are, unless pictures shall leave with everything. */
function shownNow(): AsShown | null {
  const { choice, colour, leavesAsShown } = useShow.getState()
  if (!leavesAsShown) return null
  return { hides: hidesOf(choice), colour, startUpOrder: useMapState.getState().startUpOrder }
}

/** What is selected and all that lies in it; null where nothing is: the whole board. */
function chosenOf(board: BoardSnapshot, selected: ReadonlySet<ItemId>): ReadonlySet<ItemId> | null {
  return selected.size === 0 ? null : partOfBoard(board, selected)
}
