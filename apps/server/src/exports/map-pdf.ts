import type { BoardSnapshot, Frame, Item } from '@second-story/board'
import {
  boardScene,
  itemBox,
  type PictureOptions,
  partOfBoard,
  THEMES,
  type ThemeName,
} from '@second-story/picture'
import { isInRecord } from '@second-story/record'
import { type PdfImages, type PdfLink, type PdfPage, pdfOf } from './pdf.ts'

/** The map as a PDF: all of it on the first page, then each frame on one of its own, in their reading order. */
export function mapPdf(
  board: BoardSnapshot,
  { theme, comments = false }: { readonly theme: ThemeName; readonly comments?: boolean },
  images: PdfImages,
): Promise<Uint8Array<ArrayBuffer>> {
  const without = (item: Item): boolean => !isInRecord(item, board)
  const frames = [...board.items.values()]
    .filter((item): item is Frame => item.type === 'frame' && item.layer === 'common' && item.place !== null)
    .sort(
      (a, b) =>
        (a.place?.y ?? 0) - (b.place?.y ?? 0) ||
        (a.place?.x ?? 0) - (b.place?.x ?? 0) ||
        (a.id < b.id ? -1 : 1),
    )
  const wholes: PictureOptions[] = [
    { without },
    ...frames.map(({ id }) => ({ without, titles: false, part: [id] })),
  ]
  const pages = wholes.map((options): PdfPage => {
    return { scene: boardScene(board, { ...options, theme, comments }), links: linksOf(board, options) }
  })
  return pdfOf(board.conduct.title || 'A board', pages, THEMES[theme], images)
}

/** An event leads to the first of its sources that has an address. */
function linksOf(board: BoardSnapshot, { part, without }: PictureOptions): PdfLink[] {
  const shown = part && partOfBoard(board, part)
  return [...board.items.values()].flatMap((item): PdfLink[] => {
    if (item.type !== 'event' || item.place === null || without?.(item) || (shown && !shown.has(item.id)))
      return []
    const url = item.sources.find((source) => source.url !== undefined)?.url
    return url === undefined ? [] : [{ ...itemBox(item, board), url }]
  })
}
