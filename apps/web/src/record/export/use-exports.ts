import { fileName } from '@second-story/record'
import { useMemo } from 'react'
import { leavesWithComments } from '../../comments/LeaveWithComments.tsx'
import { embeddedImages } from '../../images/embedded.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useSession } from '../../session/use-session.ts'
import { toast } from '../../ui/toast.ts'
import { download } from './download.ts'
import { printHtml } from './print-html.ts'
import { svgToPng } from './svg-to-png.ts'

export interface Exports {
  copyMarkdown(): void
  print(): void
  copyLink(): void
  markdown(): void
  html(): void
  svg(): void
  png(): void
  json(): void
  board(): void
}

/** What can be done with the record, on the board as it is at that moment. Fonts and writers come when asked for. */
export function useExports(): Exports {
  const session = useSession()
  return useMemo(() => exportsOf(session), [session])
}

function exportsOf(session: BoardSession): Exports {
  const files = () => import('./record-files.ts')
  const board = () => session.live.snapshot
  const images = () => embeddedImages(session, board())
  const name = (ending: string, part?: string): string => fileName(board().conduct.title, ending, part)
  const doing = (work: () => Promise<void>) => (): void => {
    work().catch((error: unknown) => {
      const why = error instanceof Error ? error.message : 'no reason given'
      toast(`That did not work: ${why}. The board is as it was.`, { tone: 'error' })
    })
  }
  return {
    copyMarkdown: doing(async () => {
      const { markdownFile } = await files()
      await navigator.clipboard.writeText(markdownFile(board(), leavesWithComments()))
      toast('Copied as Markdown.')
    }),
    print: doing(async () =>
      printHtml((await files()).htmlFile(board(), await images(), leavesWithComments())),
    ),
    copyLink: doing(async () => {
      await navigator.clipboard.writeText(`${location.origin}/b/${session.board}/record`)
      toast('Link copied. It opens for everybody on this board.')
    }),
    markdown: doing(async () =>
      download(name('md'), (await files()).markdownFile(board(), leavesWithComments()), 'text/markdown'),
    ),
    html: doing(async () =>
      download(
        name('html'),
        (await files()).htmlFile(board(), await images(), leavesWithComments()),
        'text/html',
      ),
    ),
    svg: doing(async () => {
      for (const { part, svg } of (await files()).pictureFiles(board(), await images(), leavesWithComments()))
        download(name('svg', part), svg, 'image/svg+xml')
    }),
    png: doing(async () => {
      for (const { part, svg } of (await files()).pictureFiles(board(), await images(), leavesWithComments()))
        download(name('png', part), await svgToPng(svg))
    }),
    json: doing(async () =>
      download(name('json'), (await files()).jsonFile(board(), leavesWithComments()), 'application/json'),
    ),
    board: doing(async () =>
      download(name('json', 'board'), (await files()).boardFile(session.board, board()), 'application/json'),
    ),
  }
}
