import type { BoardSnapshot } from '@second-story/board'
import type { ImageAt } from '@second-story/picture'
import { imageAddress } from '../api/images.ts'
import type { BoardSession } from '../session/board-session.ts'
import { keptPicture } from './sample-pictures.ts'

/** pixels across of a picture in what leaves the board, as on the server */
const WIDTH = 1280

/** The pictures on a board as `data:`, for a drawing that has to need nothing else. What cannot be had is told in words there. */
export async function embeddedImages(session: BoardSession, board: BoardSnapshot): Promise<ImageAt> {
  const ids = new Set<string>()
  for (const item of board.items.values())
    if (item.type === 'image' && item.picture !== '' && item.layer === 'common') ids.add(item.picture)
  const data = new Map<string, string>()
  await Promise.all(
    [...ids].map(async (id) => {
      const blob = await pictureBlob(session, id, WIDTH)
      if (blob) data.set(id, await asData(blob))
    }),
  )
  return ({ picture }) => data.get(picture) ?? null
}

/** The bytes of a picture; null where they cannot be had. */
export async function pictureBlob(
  { board, sample }: Pick<BoardSession, 'board' | 'sample'>,
  id: string,
  width: number | null,
): Promise<Blob | null> {
  try {
    if (sample !== null) return await keptPicture(sample, id)
    const answer = await fetch(imageAddress(board, id, width), { credentials: 'same-origin' })
    return answer.ok ? await answer.blob() : null
  } catch {
    return null
  }
}

function asData(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}
