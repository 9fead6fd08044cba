import type { Part } from '@second-story/board'
import { PART_WORDS } from '../outline/part-words.ts'
import { announce } from './announce.ts'

/** A key chose the part that a factor plays, or several factors: nothing that has the focus says so. */
export function sayPart(part: Part, factors = 1): void {
  announce(factors > 1 ? `${factors} factors: ${PART_WORDS[part]}.` : `${PART_WORDS[part]}.`)
}
