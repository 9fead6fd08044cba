import type { BoardSnapshot } from '@second-story/board'
import type { MakeId } from '@second-story/std'
import type { ImportFormat, SourceFile } from './format.ts'
import { FORMATS } from './formats.ts'
import type { Join } from './merge/change.ts'
import { failure, type ImportInput, type ImportNote, type ImportResult } from './result.ts'
import type { SystemDraft } from './system/draft.ts'
import { planSystem } from './system/plan.ts'
import { MOST_TEXT, refuseText, tooLarge } from './text/refuse-text.ts'

/** What pasted text is called where a file's name would stand. */
const PASTED = 'pasted text'
/** More notes than anybody reads are counted instead. */
const MOST_NOTES = 100
/** Files read as one. */
const MOST_FILES = 300

/** A file that was read and understood, before any board is looked at. */
export interface ReadFile {
  readonly ok: true
  readonly format: ImportFormat
  readonly files: readonly string[]
  readonly draft: SystemDraft
  readonly notes: readonly ImportNote[]
}

/**
 * Reads a file and says what it would change on the board: commands for one batch, and a note for whatever was not
 * understood. Nothing is written here. Any text at all gives a result; hostile text gives an error, never a throw.
 */
export function importText(input: ImportInput): ImportResult {
  const read = readText(input)
  return read.ok ? planRead(read, input) : read
}

/** Reads a file, whatever it holds. */
export function readText(
  input: Pick<ImportInput, 'name' | 'format' | 'text' | 'env' | 'overlays'>,
): ReadFile | ReturnType<typeof failure> {
  const overlays = input.overlays ?? []
  if (overlays.length >= MOST_FILES)
    return failure(
      'too-many',
      `These are ${overlays.length + 1} files; at most ${MOST_FILES} are read as one.`,
    )
  for (const { name, text } of [{ name: '', text: input.text }, ...overlays]) {
    const refused = refuseText(text)
    if (refused) return name === '' ? refused : inFile(refused, fileName(name))
  }
  const file: SourceFile = {
    name: fileName(input.name),
    text: cleaned(input.text),
    env: cleaned((input.env ?? '').slice(0, MOST_TEXT)),
    overlays: overlays.map(({ name, text }) => ({ name: fileName(name), text: cleaned(text) })),
  }
  const format = input.format
    ? FORMATS.find((one) => one.name === input.format)
    : FORMATS.find((one) => one.recognise(file))
  if (!format) return notRecognised(input.format)
  const most = format.most ?? MOST_TEXT
  const size = [file, ...file.overlays].reduce((sum, one) => sum + one.text.length, 0)
  if (size > most) return tooLarge(size, most)
  const drafted = format.draft(file)
  if (!drafted.ok) return drafted
  const files = [file.name, ...file.overlays.map(({ name }) => name)]
  return { ok: true, format, files, draft: drafted.draft, notes: few(drafted.notes) }
}

/** What a file that was read would change on a board. */
export function planRead(
  read: ReadFile,
  to: { readonly board: BoardSnapshot; readonly makeId: MakeId; readonly join?: Join | undefined },
): ImportResult {
  const { format, files, draft, notes } = read
  const { board, makeId, join } = to
  const isObserved = format.isObserved === true
  return planSystem({ format: format.name, files, draft, notes, isObserved, board, makeId, join })
}

/** The formats that a text looks like, the surest first: more than one where it could be read in two ways. */
export function formatsOf(given: {
  readonly name?: string | undefined
  readonly text: string
}): readonly string[] {
  const file = { name: fileName(given.name), text: cleaned(given.text), env: '', overlays: [] }
  return FORMATS.filter((one) => one.recognise(file)).map((one) => one.name)
}

function inFile(refused: ReturnType<typeof failure>, file: string): ReturnType<typeof failure> {
  return { ok: false, error: { ...refused.error, message: `${file}: ${refused.error.message}`, file } }
}

/** Without the mark at the front, and with lines that end in one way. */
function cleaned(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
}

function fileName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1)?.trim() ?? ''
  return last === '' ? PASTED : last.slice(0, 200)
}

function few(notes: readonly ImportNote[]): readonly ImportNote[] {
  if (notes.length <= MOST_NOTES) return notes
  return [...notes.slice(0, MOST_NOTES), { message: `And ${notes.length - MOST_NOTES} more like these.` }]
}

function notRecognised(format: string | undefined): ReturnType<typeof failure> {
  if (format !== undefined)
    return failure('unknown-format', `There is no format called “${format.slice(0, 40)}” here.`)
  const words = FORMATS.map((one) => one.words)
  const last = words.length > 1 ? ` or ${words.at(-1)}` : ''
  return failure(
    'unknown-format',
    `This is no kind of file that can be read here: ${words.slice(0, Math.max(1, words.length - 1)).join(', ')}${last}.`,
  )
}
