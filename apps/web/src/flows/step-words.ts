import type { BoardSnapshot, PlayedStep } from '@second-story/board'
import { sayRelation } from '../aloud/say-relation.ts'
import { nameOf } from '../outline/item-words.ts'
import { say } from './words.ts'

/** What a step is on: “web calls orders”, “orders”, or that it is gone. */
export function onWords(board: BoardSnapshot, { arrow, at }: PlayedStep): string {
  if (arrow) return sayRelation(board, { ...arrow, label: '' })
  return at ? nameOf(at) : say.gone
}

/** A step in one line: where, and what happens there. */
export function stepWords(board: BoardSnapshot, step: PlayedStep): string {
  const on = onWords(board, step)
  return step.words === '' ? on : `${on}: ${step.words}`
}
