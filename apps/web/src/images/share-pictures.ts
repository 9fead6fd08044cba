import { shareImage } from '../api/images.ts'
import type { BoardSession } from '../session/board-session.ts'
import { pictureOf } from './picture-of-command.ts'

/**
 * After something was put on this board that names pictures of another one, or of this one in another layer: lets the people here see
 * them. Whoever may not see a picture lets nobody see it; then its words stand there.
 */
export async function sharePictures(
  session: Pick<BoardSession, 'board' | 'sample'>,
  commands: readonly unknown[],
  from: string | undefined,
): Promise<void> {
  if (session.sample !== null) return
  const ids = new Set(commands.flatMap((one) => pictureOf(one) ?? []))
  for (const id of ids) await shareImage(session.board, id, from ?? session.board).catch(() => undefined)
}
