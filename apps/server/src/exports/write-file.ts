import type { BoardSnapshot, Item } from '@second-story/board'
import { AREA_TITLES, type Area, boardPicture, type ThemeName } from '@second-story/picture'
import { fontFaces, PAGE_FACES } from '@second-story/picture/fonts'
import {
  composeRecord,
  fileName,
  isInRecord,
  toBoardJson,
  toHtml,
  toJson,
  toMarkdown,
} from '@second-story/record'
import { type BoardBytes, boardOf } from '../off-thread/board-bytes.ts'
import { pngOf } from './png.ts'

export interface PictureWish {
  readonly form: 'svg' | 'png'
  readonly area: Area | 'all'
  readonly theme: ThemeName
  readonly background: boolean
  /** small, without words */
  readonly thumb: boolean
}

/** What a board is to leave as. */
export type FileWish = PictureWish | { readonly form: 'md' | 'html' | 'json' | 'board' }

export interface WrittenFile {
  /** named after the board */
  readonly name: string
  readonly body: string | Uint8Array
}

/** Writes what leaves a board; its bytes depend on the board and the wish alone. For another thread than the rooms'. */
export function writeFile({
  id,
  layers,
  wish,
}: {
  readonly id: string
  readonly layers: BoardBytes
  readonly wish: FileWish
}): WrittenFile {
  const board = boardOf(layers)
  const { title } = board.conduct
  switch (wish.form) {
    case 'svg':
    case 'png':
      return { name: fileName(title, wish.form, partOf(wish)), body: pictureOf(board, wish) }
    // the same bytes as the page's own export: what is previewed is what leaves
    case 'md':
      return { name: fileName(title, 'md'), body: toMarkdown(composeRecord(board)) }
    case 'html':
      return { name: fileName(title, 'html'), body: htmlOf(board) }
    case 'json':
      return { name: fileName(title, 'json'), body: toJson(board) }
    case 'board':
      return { name: fileName(title, 'json', 'board'), body: toBoardJson(id, board) }
  }
}

function partOf({ area }: PictureWish): string {
  return area === 'all' ? '' : AREA_TITLES[area].toLowerCase()
}

/** Without what was left out of the record. */
function pictureOf(board: BoardSnapshot, { form, ...wish }: PictureWish): string | Uint8Array {
  const options = { ...wish, without: (item: Item) => !isInRecord(item, board) }
  if (form === 'png') return pngOf(boardPicture(board, options))
  return boardPicture(board, wish.thumb ? options : { ...options, fontFaces: fontFaces() })
}

function htmlOf(board: BoardSnapshot): string {
  const without = (item: Item): boolean => !isInRecord(item, board)
  const picture = (area: Area): string =>
    boardPicture(board, { area, background: false, titles: false, without })
  return toHtml(composeRecord(board), {
    pictures: { system: picture('system'), story: picture('story') },
    fontFaces: fontFaces(PAGE_FACES),
  })
}
