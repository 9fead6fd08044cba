import { byHand } from './by-hand.ts'

export const impact = byHand('impact', 'Impact')
