import { byHand } from './by-hand.ts'

export const summary = byHand('summary', 'Summary')
