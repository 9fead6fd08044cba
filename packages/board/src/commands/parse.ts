import { LIMITS } from '../limits.ts'
import { type Command, commandType, isCommandName } from './command.ts'
import type { Refusal } from './define.ts'

export type Parsed =
  | { readonly ok: true; readonly commands: readonly Command[] }
  | { readonly ok: false; readonly index: number; readonly refusal: Refusal }

/** Outside data as commands: all of them, or the first that is not one. */
export function parseCommands(raw: unknown): Parsed {
  if (!Array.isArray(raw)) return refuse(0, 'bad-command', 'Commands come as a list.')
  if (raw.length > LIMITS.batch)
    return refuse(0, 'too-many', `At most ${LIMITS.batch} commands at once; these are ${raw.length}.`)
  const commands: Command[] = []
  for (const [index, one] of raw.entries()) {
    const name = (one as { do?: unknown } | null)?.do
    if (!isCommandName(name)) return refuse(index, 'bad-command', `Command ${index + 1}: unknown “do”.`)
    const parsed = commandType(name).schema.safeParse(one)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      const where = issue?.path.length ? ` at ${issue.path.join('.')}` : ''
      return refuse(
        index,
        'bad-command',
        `Command ${index + 1} (${name})${where}: ${issue?.message ?? 'malformed'}.`,
      )
    }
    commands.push(parsed.data)
  }
  return { ok: true, commands }
}

function refuse(index: number, id: Refusal['id'], message: string): Parsed {
  return { ok: false, index, refusal: { id, message } }
}
