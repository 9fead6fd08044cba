import { partOf } from '@second-story/board'
import { factorList } from './list-section.ts'

export const harder = factorList(
  'harder',
  'What made it harder',
  (factor) => partOf(factor.kind) === 'harder',
)
