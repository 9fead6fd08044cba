import { byHand } from './by-hand.ts'

export const description = byHand('description', 'Description')
