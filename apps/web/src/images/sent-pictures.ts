import { sendImage } from '../api/images.ts'
import type { BoardSession } from '../session/board-session.ts'
import { pictureBlob } from './embedded.ts'
import { pictureOf } from './picture-of-command.ts'

/**
 * Sends the pictures that a sample's commands name to a board on the server, and gives the commands with the names they have there. One
 * that this browser does not have any more is named no more. Rejects when the server does not take one.
 */
export async function sentPictures<C>(
  session: Pick<BoardSession, 'board' | 'sample'>,
  board: string,
  commands: readonly C[],
): Promise<readonly C[]> {
  const names = new Map<string, string>()
  const signal = new AbortController().signal
  for (const command of commands) {
    const id = pictureOf(command)
    if (id === null || names.has(id)) continue
    const blob = await pictureBlob(session, id, null)
    const sent = blob && (await sendImage(board, blob, 'common', { signal, onSent: () => {} }))
    names.set(id, sent?.id ?? '')
  }
  return commands.map((command) => {
    const id = pictureOf(command)
    if (id === null) return command
    const { fields } = command as { fields: object }
    return { ...command, fields: { ...fields, picture: names.get(id) ?? '' } }
  })
}
