import { type Font, measure } from '@second-story/picture'

/** A time or a range stays whole; everything else is cut between words. */
const PIECES = /[~[(“]*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[–-]\s*~?\d{1,2}:\d{2}(?::\d{2})?)?\S*|\S+/g
const TIME = /\d:\d\d/

/**
 * Cuts words to a width, with “…” behind the last whole one. A first word that is too long is cut inside, unless it is a
 * time: half a time would be another time. '' where nothing can stand.
 */
export function cutWords(words: string, font: Font, width: number): string {
  const pieces = words.match(PIECES) ?? []
  const whole = pieces.join(' ')
  if (measure(whole, font) <= width) return whole
  let kept = ''
  for (const piece of pieces) {
    const longer = kept === '' ? piece : `${kept} ${piece}`
    if (measure(`${longer} …`, font) > width) break
    kept = longer
  }
  if (kept !== '') return `${kept} …`
  const [first = ''] = pieces
  if (TIME.test(first)) return ''
  const letters = [...first]
  while (letters.length > 0 && measure(`${letters.join('')}…`, font) > width) letters.pop()
  return letters.length > 1 ? `${letters.join('')}…` : ''
}
