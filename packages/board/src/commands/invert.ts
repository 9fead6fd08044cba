import type { BoardSnapshot } from '../snapshot.ts'
import { type Command, commandType } from './command.ts'
import { parseCommands } from './parse.ts'

/** The commands that take these back, last first, as of the board before each of them was applied. */
export function invert(command: Command, before: BoardSnapshot): readonly Command[] {
  const parsed = parseCommands(commandType(command.do).invert(command, before))
  if (!parsed.ok) throw new Error(`an inverse that is no command: ${parsed.refusal.message}`)
  return parsed.commands
}

/** What was done, in words: "moved 3 things". */
export function describe(commands: readonly Command[], before: BoardSnapshot): string {
  const words = commands.map((command) => commandType(command.do).describe(command, before))
  const [first] = words
  if (first === undefined) return 'nothing'
  const rest = new Set(words).size
  return rest === 1 ? first : `${first} and more`
}
