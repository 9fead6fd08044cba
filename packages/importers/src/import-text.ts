import type { SourceFile } from './format.ts'
import { FORMATS } from './formats.ts'
import { failure, type ImportInput, type ImportResult } from './result.ts'
import { planSystem } from './system/plan.ts'
import { MOST_TEXT, refuseText } from './text/refuse-text.ts'

/** What pasted text is called where a file's name would stand. */
const PASTED = 'pasted text'

/**
 * Reads a file and says what it would add to the board: commands for one batch, and a note for whatever was not
 * understood. Nothing is written here. Any text at all gives a result; hostile text gives an error, never a throw.
 */
export function importText(input: ImportInput): ImportResult {
  const refused = refuseText(input.text)
  if (refused) return refused
  const file: SourceFile = {
    name: fileName(input.name),
    text: input.text.replace(/^\ufeff/, ''),
    env: (input.env ?? '').slice(0, MOST_TEXT),
  }
  const format = input.format
    ? FORMATS.find((one) => one.name === input.format)
    : FORMATS.find((one) => one.recognise(file))
  if (!format) return notRecognised(input.format)
  const drafted = format.draft(file)
  if (!drafted.ok) return drafted
  return planSystem(format.name, drafted.draft, drafted.notes, input.board, input.makeId)
}

function fileName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1)?.trim() ?? ''
  return last === '' ? PASTED : last.slice(0, 200)
}

function notRecognised(format: string | undefined): ImportResult {
  if (format !== undefined)
    return failure('unknown-format', `There is no format called “${format.slice(0, 40)}” here.`)
  return failure(
    'unknown-format',
    'This is no kind of file that can be read here. A docker-compose file has a list called “services”.',
  )
}
