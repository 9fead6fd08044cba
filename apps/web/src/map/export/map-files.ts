import type { BoardSnapshot, ItemId } from '@second-story/board'
import {
  drawnSystem,
  writeDot,
  writeJsonCanvas,
  writeMermaid,
  writeSystemCsv,
  writeTimelineCsv,
} from '@second-story/importers/writers'
import {
  boardPicture,
  type ColourBy,
  type ImageAt,
  type PictureOptions,
  type ThemeName,
} from '@second-story/picture'
import { fontFaces, PICTURE_FACES } from '@second-story/picture/fonts'
import type { Hides } from '../show/choice.ts'
import { writeLines } from './write-lines.ts'

type Chosen = ReadonlySet<ItemId> | null

export const mermaidFile = (board: BoardSnapshot, chosen: Chosen): string =>
  writeMermaid(drawnSystem(board, chosen))
export const dotFile = (board: BoardSnapshot, chosen: Chosen): string => writeDot(drawnSystem(board, chosen))
export const csvFile = (board: BoardSnapshot, chosen: Chosen): string =>
  writeSystemCsv(drawnSystem(board, chosen))
export const timelineFile = (board: BoardSnapshot): string => writeTimelineCsv(board)
export const canvasFile = (board: BoardSnapshot, chosen: Chosen): string => writeJsonCanvas(board, chosen)
export const linesOf = (board: BoardSnapshot, chosen: Chosen): string =>
  writeLines(drawnSystem(board, chosen))

/** What somebody sees of the map just now. */
export interface AsShown {
  readonly hides: Hides
  readonly colour: ColourBy | null
  readonly startUpOrder: boolean
}

function asShown({ hides, colour, startUpOrder }: AsShown): Partial<PictureOptions> {
  return {
    without: (item) => hides.item(item),
    withoutArrow: (relation) => hides.arrow(relation),
    colour: colour ?? undefined,
    quiet: startUpOrder,
  }
}

/** What is drawn, as on the map, with its fonts inside. */
export function pictureFile(
  board: BoardSnapshot,
  chosen: Chosen,
  look: { readonly theme: ThemeName; readonly background: boolean },
  imageAt: ImageAt,
  shown: AsShown | null = null,
  comments = false,
): string {
  return boardPicture(board, {
    ...look,
    imageAt,
    comments,
    ...(shown === null ? {} : asShown(shown)),
    fontFaces: fontFaces(PICTURE_FACES),
    ...(chosen === null ? {} : { titles: false, part: [...chosen] }),
  })
}
