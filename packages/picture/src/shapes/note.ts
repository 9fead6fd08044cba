import type { Note, NoteColour, NoteSize } from '@second-story/board'
import type { Paint } from '../themes.ts'
import type { Size } from './shape.ts'
import { type SheetLook, sheet } from './sheet.ts'

interface NoteLook {
  readonly fill: Paint
  readonly line: Paint
  readonly ink: Paint
}

/** The grounds of notes; a test sees that eyes which see no red, no green or no blue tell them apart. */
export const NOTE_LOOKS: Readonly<Record<NoteColour, NoteLook>> = {
  yellow: { fill: 'note', line: 'note-line', ink: 'on-note' },
  blue: { fill: 'note-blue', line: 'note-blue-line', ink: 'on-note-blue' },
  rose: { fill: 'note-rose', line: 'note-rose-line', ink: 'on-note-rose' },
  violet: { fill: 'note-violet', line: 'note-violet-line', ink: 'on-note-violet' },
  plain: { fill: 'note-plain', line: 'note-plain-line', ink: 'on-note-plain' },
}

interface NoteWords {
  readonly font: number
  readonly lineHeight: number
  readonly pad: number
  readonly size: Size
}

const WORDS: Readonly<Record<NoteSize, NoteWords>> = {
  small: { font: 11, lineHeight: 15, pad: 8, size: { w: 128, h: 40 } },
  middle: { font: 12.5, lineHeight: 17, pad: 10, size: { w: 168, h: 56 } },
  large: { font: 18, lineHeight: 24, pad: 14, size: { w: 256, h: 88 } },
}

const LOOKS = new Map<string, SheetLook<Note>>()

function lookOf({ colour, size }: Note): SheetLook<Note> {
  const key = `${colour} ${size}`
  const known = LOOKS.get(key)
  if (known) return known
  const { fill, line, ink } = NOTE_LOOKS[colour]
  const { font, lineHeight, pad, size: box } = WORDS[size]
  const made: SheetLook<Note> = {
    font: { family: 'sans', size: font, weight: 500 },
    lineHeight,
    ink,
    ground: { fill, stroke: line },
    radius: 3,
    heading: null,
    padX: pad + 2,
    padY: pad,
    size: box,
    even: false,
    lines: 20,
  }
  LOOKS.set(key, made)
  return made
}

/** Pale yellow, unless people chose another ground. No author. */
export const note = sheet<Note>(lookOf, (item) => item.text)
