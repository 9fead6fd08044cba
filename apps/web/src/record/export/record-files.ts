import type { BoardSnapshot, Item } from '@second-story/board'
import { AREA_TITLES, boardPicture, type ImageAt } from '@second-story/picture'
import { fontFaces, PAGE_FACES, PICTURE_FACES } from '@second-story/picture/fonts'
import {
  composeRecord,
  isInRecord,
  type RecordOptions,
  toBoardJson,
  toHtml,
  toJson,
  toMarkdown,
} from '@second-story/record'

const NONE: ImageAt = () => null

/** What a board's record can leave as. The same functions make it on the server, so both give the same bytes. */
export const markdownFile = (board: BoardSnapshot, options: RecordOptions = {}): string =>
  toMarkdown(composeRecord(board, options))

export const jsonFile = (board: BoardSnapshot, options: RecordOptions = {}): string => toJson(board, options)

export const boardFile = (id: string, board: BoardSnapshot): string => toBoardJson(id, board)

/** One page that needs nothing else: pictures and fonts inside. */
export function htmlFile(board: BoardSnapshot, imageAt: ImageAt = NONE, options: RecordOptions = {}): string {
  const picture = (area: 'system' | 'story'): string =>
    boardPicture(board, { area, background: false, titles: false, without: leftOut(board), imageAt })
  return toHtml(composeRecord(board, options), {
    pictures: { system: picture('system'), story: picture('story') },
    fontFaces: fontFaces(PAGE_FACES),
  })
}

/** What a picture in or beside the record does not show. */
function leftOut(board: BoardSnapshot): (item: Item) => boolean {
  return (item) => !isInRecord(item, board)
}

/** Both areas of the map, each with its own ground, so that it survives a page of another colour. */
export function pictureFiles(
  board: BoardSnapshot,
  imageAt: ImageAt = NONE,
  options: RecordOptions = {},
): readonly { readonly part: string; readonly svg: string }[] {
  const faces = fontFaces(PICTURE_FACES)
  return (['system', 'story'] as const).map((area) => ({
    part: AREA_TITLES[area].toLowerCase(),
    svg: boardPicture(board, { ...options, area, fontFaces: faces, without: leftOut(board), imageAt }),
  }))
}
