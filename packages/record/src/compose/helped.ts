import { partOf } from '@second-story/board'
import { factorList } from './list-section.ts'

/** What helped or limited, and whatever is marked as luck or as having gone well. */
export const helped = factorList(
  'helped',
  'What helped',
  (factor) =>
    partOf(factor.kind) === 'helped' || factor.marks.includes('luck') || factor.marks.includes('went-well'),
)
