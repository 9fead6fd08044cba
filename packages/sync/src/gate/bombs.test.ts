import { LIMITS, ROOT_NAMES } from '@second-story/protocol'
import { describe, expect, it } from 'vitest'
import { bombs } from '../testing/bombs/index.ts'
import { decodeStateVector } from '../update/state-vector.ts'
import { type GateRules, judge } from './judge.ts'
import { Knowledge } from './knowledge.ts'

const rules: GateRules = { roots: new Set<string>(ROOT_NAMES), mayUse: (client) => client !== 666 }

describe('rules 2 and 3: the gate refuses', () => {
  // `npm run bombs` measures how long that takes, and how much memory
  it.each(bombs().map((bomb) => [bomb.name, bomb] as const))('%s', (_name, { here, update, because }) => {
    const known = new Knowledge()
    for (const bytes of here) {
      const verdict = judge(bytes, known, rules)
      if (verdict.type !== 'addition') throw new Error('what is here must be able to come')
      known.learn(verdict.addition.sections, verdict.addition.deleted)
    }
    const vector = [...known.vector]
    const verdict = judge(update, known, rules)
    expect('reason' in verdict ? verdict.reason : verdict.type).toBe(because)
    expect([...known.vector]).toEqual(vector)
  })

  it('a state vector of more than a megabyte, or that promises more than it has', () => {
    expect(decodeStateVector(new Uint8Array(LIMITS.stateVectorBytes + 1))).toBeNull()
    expect(decodeStateVector(Uint8Array.from([255, 255, 255, 255, 255, 255, 255, 15]))).toBeNull()
  })
})
