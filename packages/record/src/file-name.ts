/**
 * The name of a file that a board leaves as: its title, what part of it, the ending. In the letters people wrote, without
 * what a path or a system may not hold; well-formed even where the title is not, never empty, never hidden. The page and
 * the server name alike.
 */
export function fileName(title: string, ending: string, part = ''): string {
  const words = title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+/, '')
    .trim()
  const short = [...words]
    .slice(0, 80)
    .join('')
    .replaceAll(/\p{Surrogate}/gu, '')
    .trim()
  return `${short === '' ? 'board' : short}${part === '' ? '' : ` - ${part}`}.${ending}`
}
