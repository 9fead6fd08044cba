import type { ImageAt, ImageSource } from '@second-story/picture'
import { imageAddress } from '../api/images.ts'
import type { BoardSession } from '../session/board-session.ts'
import { Cell } from '../session/cell.ts'
import { type FindPicture, PictureSource } from './picture-source.ts'
import { keptPicture } from './sample-pictures.ts'

export type BoardPictures = PictureSource<HTMLImageElement>

/** The pictures of the board on this screen, while one is open. */
export const boardPictures = new Cell<BoardPictures | null>(null)

/** For a canvas that is painted on. */
export const paintedImages: ImageSource = ({ picture }, pixels) =>
  boardPictures.get()?.get(picture, pixels)?.image ?? null

/** For SVG in this page, drawn about as large as on the map. */
export const imagesInPage: ImageAt = ({ picture, w }) =>
  boardPictures.get()?.get(picture, w * Math.min(2, window.devicePixelRatio))?.address ?? null

/** Where a picture itself is, to open or save it; a sample's is in this browser. */
export async function addressOf(session: BoardSession, id: string): Promise<string | null> {
  return finder(session)(id, null)
}

export function picturesOf(session: BoardSession): BoardPictures {
  return new PictureSource(finder(session), load)
}

function finder({ board, sample }: Pick<BoardSession, 'board' | 'sample'>): FindPicture {
  if (sample === null) return async (id, width) => imageAddress(board, id, width)
  const made = new Map<string, Promise<string | null>>()
  return (id) => {
    const known = made.get(id)
    if (known) return known
    const asked = keptPicture(sample, id).then((blob) => (blob ? URL.createObjectURL(blob) : null))
    made.set(id, asked)
    // one that is not there may come yet
    void asked.then(
      (address) => address ?? made.delete(id),
      () => made.delete(id),
    )
    return asked
  }
}

async function load(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = address
  await image.decode()
  return image
}
