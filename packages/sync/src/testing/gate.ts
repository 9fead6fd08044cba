import { ROOT_NAMES } from '@second-story/protocol'
import { expect } from 'vitest'
import { type GateRules, judge, type Verdict } from '../gate/judge.ts'
import { Knowledge } from '../gate/knowledge.ts'
import { forge, garbage, inRoot, map } from './forge.ts'

export const roots = new Set<string>(ROOT_NAMES)
export const anyone: GateRules = { roots, mayUse: () => true }

/** Judges, and lets in what passes; what a room does. */
export function take(known: Knowledge, update: Uint8Array, rules: GateRules = anyone): Verdict {
  const verdict = judge(update, known, rules)
  if (verdict.type === 'addition') known.learn(verdict.addition.sections, verdict.addition.deleted)
  return verdict
}

export const word = (verdict: Verdict): string =>
  'reason' in verdict ? `${verdict.type}: ${verdict.reason}` : verdict.type

/** A room with a map (1:0), a value in a root (1:1) and deleted garbage (1:2). */
export function someRoom(): Knowledge {
  const known = new Knowledge()
  expect(
    take(known, forge([{ client: 1, clock: 0, structs: [map, inRoot('items', 'z'), garbage(1)] }])).type,
  ).toBe('addition')
  return known
}
