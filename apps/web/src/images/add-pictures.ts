import type { Point } from '../map/geometry/box.ts'
import type { BoardSession } from '../session/board-session.ts'
import { bringPictures } from './bring-pictures.ts'
import { choosePictures } from './choose-pictures.ts'

/** Asks for pictures and brings them. */
export function addPictures(session: BoardSession, at: Point | null = null): void {
  choosePictures((files) => void bringPictures(session, files, at))
}
