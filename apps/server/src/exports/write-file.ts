import { createHash } from 'node:crypto'
import type { BoardSnapshot, Item, ItemId } from '@second-story/board'
import {
  drawnSystem,
  writeDot,
  writeJsonCanvas,
  writeMermaid,
  writeSystemCsv,
  writeTimelineCsv,
} from '@second-story/importers/writers'
import {
  AREA_TITLES,
  type Area,
  boardPicture,
  type ImageAt,
  partName,
  type ThemeName,
} from '@second-story/picture'
import { fontFaces, PAGE_FACES } from '@second-story/picture/fonts'
import {
  composeRecord,
  fileName,
  isInRecord,
  type RecordOptions,
  toBoardJson,
  toHtml,
  toJson,
  toMarkdown,
} from '@second-story/record'
import { writeBundle } from '../bundles/bundle.ts'
import { type BoardBytes, boardOf } from '../off-thread/board-bytes.ts'
import { asBytes, asData, type Embedded } from './embedded.ts'
import { mapPdf } from './map-pdf.ts'
import { pngOf } from './png.ts'

export interface PictureWish {
  readonly form: 'svg' | 'png'
  readonly area: Area | 'all'
  readonly theme: ThemeName
  readonly background: boolean
  /** small, without words */
  readonly thumb: boolean
  /** the id of a frame or boundary: it alone, with what lies in it */
  readonly frame?: string
  /** with what people said beside it */
  readonly comments?: true
}

/** What a board is to leave as. */
export type FileWish =
  | PictureWish
  | { readonly form: 'pdf'; readonly theme: ThemeName; readonly comments?: true }
  | { readonly form: 'md' | 'html' | 'json'; readonly comments?: true }
  | { readonly form: 'board' | 'bundle' | DrawnForm }

/** Does such a file show the pictures that people brought? */
export function showsPictures(wish: FileWish): boolean {
  if ('area' in wish) return !wish.thumb
  return wish.form === 'pdf' || wish.form === 'html' || wish.form === 'bundle'
}

/** The board as other tools draw it. */
export type DrawnForm = 'mermaid' | 'dot' | 'system-csv' | 'timeline-csv' | 'canvas'

export interface WrittenFile {
  /** named after the board */
  readonly name: string
  readonly body: Uint8Array<ArrayBuffer>
  /** what its bytes are called */
  readonly etag: string
}

/** Writes what leaves a board; its bytes depend on the board and the wish alone. For another thread than the rooms'. */
export async function writeFile({
  id,
  layers,
  wish,
  pictures = new Map(),
}: {
  readonly id: string
  readonly layers: BoardBytes
  readonly wish: FileWish
  /** what people brought, where the file shows it */
  readonly pictures?: Embedded
}): Promise<WrittenFile> {
  const board = boardOf(layers)
  const written = await contentOf(id, board, wish, pictures)
  const body = typeof written === 'string' ? new TextEncoder().encode(written) : written
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  return { name: nameOf(board, wish), body, etag }
}

type Content = string | Uint8Array<ArrayBuffer>

function contentOf(
  id: string,
  board: BoardSnapshot,
  wish: FileWish,
  pictures: Embedded,
): Content | Promise<Content> {
  switch (wish.form) {
    case 'svg':
    case 'png':
      return pictureOf(board, wish, asData(pictures))
    case 'pdf':
      return mapPdf(board, wish, asBytes(pictures))
    // the same bytes as the page's own export: what is previewed is what leaves
    case 'md':
      return toMarkdown(composeRecord(board, wish))
    case 'html':
      return htmlOf(board, wish, asData(pictures))
    case 'json':
      return toJson(board, wish)
    case 'board':
      return toBoardJson(id, board)
    case 'bundle':
      return writeBundle(id, board, pictures)
    case 'mermaid':
      return writeMermaid(drawnSystem(board))
    case 'dot':
      return writeDot(drawnSystem(board))
    case 'system-csv':
      return writeSystemCsv(drawnSystem(board))
    case 'timeline-csv':
      return writeTimelineCsv(board)
    case 'canvas':
      return writeJsonCanvas(board)
  }
}

const ENDINGS: Readonly<Record<Exclude<FileWish['form'], PictureWish['form']>, readonly [string, string]>> = {
  pdf: ['pdf', ''],
  md: ['md', ''],
  html: ['html', ''],
  json: ['json', ''],
  board: ['json', 'board'],
  bundle: ['zip', 'board'],
  mermaid: ['mmd', 'system'],
  dot: ['dot', 'system'],
  'system-csv': ['csv', 'system'],
  'timeline-csv': ['csv', 'timeline'],
  canvas: ['canvas', ''],
}

function nameOf(board: BoardSnapshot, wish: FileWish): string {
  const { title } = board.conduct
  if ('area' in wish) return fileName(title, wish.form, partOf(board, wish))
  return fileName(title, ...ENDINGS[wish.form])
}

function partOf(board: BoardSnapshot, { area, frame }: PictureWish): string {
  if (frame !== undefined) return partName(board, [frame as ItemId])
  return area === 'all' ? '' : AREA_TITLES[area].toLowerCase()
}

/** Without what was left out of the record. */
function pictureOf(
  board: BoardSnapshot,
  { form, frame, ...wish }: PictureWish,
  imageAt: ImageAt,
): string | Uint8Array<ArrayBuffer> {
  const part = frame === undefined ? undefined : [frame as ItemId]
  const options = { ...wish, part, imageAt, without: (item: Item) => !isInRecord(item, board) }
  if (form === 'png') return pngOf(boardPicture(board, options))
  return boardPicture(board, wish.thumb ? options : { ...options, fontFaces: fontFaces() })
}

function htmlOf(board: BoardSnapshot, wish: RecordOptions, imageAt: ImageAt): string {
  const without = (item: Item): boolean => !isInRecord(item, board)
  const picture = (area: Area): string =>
    boardPicture(board, { area, background: false, titles: false, without, imageAt })
  return toHtml(composeRecord(board, wish), {
    pictures: { system: picture('system'), story: picture('story') },
    fontFaces: fontFaces(PAGE_FACES),
  })
}
