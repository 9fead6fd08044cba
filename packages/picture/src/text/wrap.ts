import type { Font } from '../drawing.ts'
import { measure } from './measure.ts'

/**
 * Breaks words into at most `maxLines` lines no wider than `width`; a word too long for a line is broken inside.
 * Where not all fits, the last line ends in "…". Line ends in the text are kept. Always at least one line.
 */
export function wrap(text: string, font: Font, width: number, maxLines: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.replace(/\r\n?/g, '\n').trimEnd().split('\n')) {
    if (lines.length > maxLines) break
    lines.push(...wrapParagraph(paragraph, font, width, maxLines + 1 - lines.length))
  }
  if (lines.length <= maxLines) return lines
  const kept = lines.slice(0, maxLines)
  kept[maxLines - 1] = ellipsis(kept[maxLines - 1] ?? '', font, width)
  return kept
}

/** As `wrap`, with lines of about the same length: no last word alone. Takes no more lines than `wrap` would. */
export function wrapEvenly(text: string, font: Font, width: number, maxLines: number): string[] {
  const lines = wrap(text, font, width, maxLines)
  if (lines.length < 2 || text.trimEnd().includes('\n') || lines.at(-1)?.endsWith('…')) return lines
  let narrow = width / 2
  let wide = width
  let best = lines
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2
    const tried = wrap(text, font, middle, maxLines + 1)
    if (tried.length <= lines.length && unbroken(tried, text)) {
      best = tried
      wide = middle
    } else narrow = middle
  }
  return best
}

/** Cuts one line to a width. */
export function fitLine(text: string, font: Font, width: number): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return measure(line, font) <= width ? line : ellipsis(line, font, width, true)
}

function wrapParagraph(paragraph: string, font: Font, width: number, atMost: number): string[] {
  const space = measure(' ', font)
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of paragraph.split(/[ \t]+/)) {
    if (lines.length >= atMost) return lines
    const length = measure(word, font)
    if (line !== '' && used + space + length <= width) {
      line += ` ${word}`
      used += space + length
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    used = length
    while (used > width && lines.length < atMost) {
      const cut = breakAt(line, font, width)
      if (cut >= line.length) break
      lines.push(line.slice(0, cut))
      line = line.slice(cut)
      used = measure(line, font)
    }
  }
  lines.push(line)
  return lines
}

/** How much of a long word fits: after a hyphen, slash, dot or underscore where there is one, else anywhere. */
function breakAt(word: string, font: Font, width: number): number {
  let end = 0
  let used = 0
  let soft = 0
  for (const letter of word) {
    used += measure(letter, font)
    if (used > width && end > 0) break
    end += letter.length
    if (/[-/._,:]/.test(letter)) soft = end
  }
  return soft > end / 2 && end < word.length ? soft : Math.max(end, 1)
}

function ellipsis(line: string, font: Font, width: number, always = false): string {
  let kept = line
  if (!always && measure(`${kept}…`, font) <= width) return `${kept.trimEnd()}…`
  while (kept !== '' && measure(`${kept}…`, font) > width) kept = [...kept].slice(0, -1).join('')
  // end after a whole word where that costs little
  const space = kept.lastIndexOf(' ')
  if (kept !== line && space > kept.length * 0.6) kept = kept.slice(0, space)
  return `${kept.trimEnd()}…`
}

function unbroken(lines: readonly string[], text: string): boolean {
  const words = (s: string): number => s.split(/\s+/).filter((word) => word !== '').length
  return lines.reduce((sum, line) => sum + words(line), 0) === words(text)
}
