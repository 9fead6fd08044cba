/** The picture that a command puts on a board; null where it puts none. */
export function pictureOf(command: unknown): string | null {
  const { type, fields } = command as { type?: unknown; fields?: { picture?: unknown } }
  const picture = type === 'image' ? fields?.picture : null
  return typeof picture === 'string' && picture !== '' ? picture : null
}
