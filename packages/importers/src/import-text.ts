import type { SourceFile } from './format.ts'
import { FORMATS } from './formats.ts'
import { failure, type ImportInput, type ImportNote, type ImportResult } from './result.ts'
import { planSystem } from './system/plan.ts'
import { MOST_TEXT, refuseText, tooLarge } from './text/refuse-text.ts'

/** What pasted text is called where a file's name would stand. */
const PASTED = 'pasted text'
/** More notes than anybody reads are counted instead. */
const MOST_NOTES = 100
/** Files laid over one. */
const MOST_OVERLAYS = 20

/**
 * Reads a file and says what it would add to the board: commands for one batch, and a note for whatever was not
 * understood. Nothing is written here. Any text at all gives a result; hostile text gives an error, never a throw.
 */
export function importText(input: ImportInput): ImportResult {
  const overlays = (input.overlays ?? []).slice(0, MOST_OVERLAYS)
  for (const { text } of [input, ...overlays]) {
    const refused = refuseText(text)
    if (refused) return refused
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
  return planSystem(format.name, drafted.draft, few(drafted.notes), input.board, input.makeId)
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

function notRecognised(format: string | undefined): ImportResult {
  if (format !== undefined)
    return failure('unknown-format', `There is no format called “${format.slice(0, 40)}” here.`)
  const words = FORMATS.map((one) => one.words)
  const last = words.length > 1 ? ` or ${words.at(-1)}` : ''
  return failure(
    'unknown-format',
    `This is no kind of file that can be read here: ${words.slice(0, Math.max(1, words.length - 1)).join(', ')}${last}.`,
  )
}
