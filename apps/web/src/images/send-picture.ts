import type { LayerName } from '@second-story/board'
import type { Image } from '@second-story/protocol'
import { type Sending, sendImage } from '../api/images.ts'
import type { BoardSession } from '../session/board-session.ts'
import { keepPicture } from './sample-pictures.ts'
import { say } from './words.ts'

/**
 * Takes a picture to where the board keeps its pictures: to the server, or, of a sample, into this browser, which it never leaves.
 * Rejects with words for people.
 */
export async function sendPicture(
  session: Pick<BoardSession, 'board' | 'sample' | 'makeId'>,
  file: Blob,
  layer: LayerName,
  sending: Sending,
): Promise<Image> {
  if (session.sample === null) return sendImage(session.board, file, layer, sending)
  const { width, height } = await sizeOf(file)
  const id = session.makeId()
  try {
    await keepPicture(session.sample, id, file)
  } catch {
    throw new Error(say.noRoomHere)
  }
  return { id, width, height }
}

async function sizeOf(file: Blob): Promise<{ readonly width: number; readonly height: number }> {
  try {
    const bitmap = await createImageBitmap(file)
    const { width, height } = bitmap
    bitmap.close()
    return { width, height }
  } catch {
    throw new Error(say.damaged)
  }
}
