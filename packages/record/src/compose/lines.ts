import type { Factor, ItemId, Source } from '@second-story/board'
import type { Line, Words } from '../record.ts'
import type { View } from './view.ts'

/** One line of text: ends of lines and runs of space become one space. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

export function plain(text: string): Words {
  return text === '' ? [] : [{ text }]
}

export function line(
  item: ItemId | null,
  words: Words,
  more: Partial<Omit<Line, 'item' | 'words'>> = {},
): Line {
  return { item, words, details: [], notes: '', stamps: [], sources: [], excerpts: [], ...more }
}

/** The sources and quoted passages of an item, as a line has them. */
export function cited(view: View, sources: readonly Source[]): Pick<Line, 'sources' | 'excerpts'> {
  const excerpts = sources.map((source) => oneLine(source.excerpt ?? '')).filter((words) => words !== '')
  return { sources: view.sources.cite(sources), excerpts }
}

/** The names of some things as running words: "a", "a and b", "a, b and c". */
export function listed(names: readonly Words[]): Words {
  return names.flatMap((name, at): Words => {
    if (at === 0) return name
    return [{ text: at === names.length - 1 ? ' and ' : ', ' }, ...name]
  })
}

/** The components that something is about, as one detail; none where it is about none. */
export function aboutDetail(view: View, id: ItemId): Words[] {
  const names = view.componentsOf(id).map((component) => plain(oneLine(component.name) || 'unnamed'))
  return names.length === 0 ? [] : [[{ text: 'in ' }, ...listed(names)]]
}

const STAMP_WORDS: Readonly<Record<Factor['marks'][number], string>> = {
  surprise: 'surprise',
  luck: 'luck',
  'went-well': 'went well',
  'still-there': 'still there',
  'normal-work': 'normal work',
}

export function stampsOf(factor: Factor): string[] {
  const stamps = factor.marks.map((mark) => STAMP_WORDS[mark])
  return isStillThere(factor) && !factor.marks.includes('still-there')
    ? [...stamps, STAMP_WORDS['still-there']]
    : stamps
}

/** Marked so, or a risk by the part it played. */
export function isStillThere(factor: Factor): boolean {
  return factor.kind === 'risk' || factor.marks.includes('still-there')
}

/** A factor's words, its notes, stamps, components and sources. */
export function factorLine(view: View, factor: Factor): Line {
  return line(factor.id, plain(oneLine(factor.text)), {
    details: aboutDetail(view, factor.id),
    notes: factor.notes.trim(),
    stamps: stampsOf(factor),
    ...cited(view, factor.sources),
  })
}

export function hasWords(item: { readonly text: string }): boolean {
  return item.text.trim() !== ''
}
