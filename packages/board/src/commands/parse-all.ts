import { LIMITS } from '../limits.ts'
import type { Command } from './command.ts'
import { type Parsed, parseCommands } from './parse.ts'

/** The same for a whole board, which may take more commands than people do at once: to be applied in `batches`. */
export function parseAllCommands(raw: readonly unknown[]): Parsed {
  const commands: Command[] = []
  for (let at = 0; at < raw.length; at += LIMITS.batch) {
    const parsed = parseCommands(raw.slice(at, at + LIMITS.batch))
    if (!parsed.ok) return { ...parsed, index: at + parsed.index }
    commands.push(...parsed.commands)
  }
  return { ok: true, commands }
}

/** As many commands as may be applied in one go, in order. */
export function batches(commands: readonly Command[]): readonly (readonly Command[])[] {
  const out: (readonly Command[])[] = []
  for (let at = 0; at < commands.length; at += LIMITS.batch) out.push(commands.slice(at, at + LIMITS.batch))
  return out
}
