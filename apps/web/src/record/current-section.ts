/** A section of the page and where its heading lies, in pixels below the top of what scrolls. */
export interface SectionTop {
  readonly id: string
  readonly top: number
}

/**
 * The section being read: the last whose heading has passed the line of reading. At the very end the last one, so
 * that a short last section can be marked too.
 */
export function currentSection(
  tops: readonly SectionTop[],
  scrolled: number,
  line: number,
  atEnd: boolean,
): string | null {
  if (atEnd && scrolled > 0) return tops.at(-1)?.id ?? null
  return tops.findLast(({ top }) => top <= scrolled + line)?.id ?? tops[0]?.id ?? null
}
