import type { Command } from '../commands/command.ts'
import { PROSE_SECTIONS } from '../commands/prose.ts'
import type { BoardKind, ConductChange } from '../conduct.ts'
import { stagesOf } from '../conduct.ts'

export interface Template {
  readonly commands: readonly Command[]
  readonly conduct: ConductChange
}

/**
 * What a new board begins with. Run once by the server's hand in the creating transaction, so that the fragments of
 * the hand-written parts exist once: two people making them under one name would lose one's words.
 */
export function templateFor(kind: BoardKind, title: string, zone: string): Template {
  const [stage] = stagesOf(kind)
  return {
    commands: PROSE_SECTIONS.map((section) => ({ do: 'prose', section, blocks: [] })),
    conduct: { title, kind, zone, ...(stage ? { stage } : {}) },
  }
}
