import { type Item, NOTE_COLOURS, type NoteColour, type Part, partOf } from '@second-story/board'

/** JSON Canvas has six colours by number and no words for them; background has none. */
const PARTS: Readonly<Record<Part, string | null>> = {
  'came-together': '2',
  harder: '6',
  helped: '4',
  background: null,
}

/** Red, yellow, cyan and purple are the nearest to the grounds of notes. */
const GROUNDS: Readonly<Record<NoteColour, string | null>> = {
  yellow: '3',
  blue: '5',
  rose: '1',
  violet: '6',
  plain: null,
}

/** The number that says a thing's colour; null for none. */
export function presetOf(item: Item): string | null {
  if (item.type === 'factor') return PARTS[partOf(item.kind)]
  return item.type === 'note' ? GROUNDS[item.colour] : null
}

/** The ground of a note that a number says; undefined where it says none that notes have. */
export function groundOfPreset(color: string): NoteColour | undefined {
  return NOTE_COLOURS.find((one) => GROUNDS[one] !== null && GROUNDS[one] === color)
}
