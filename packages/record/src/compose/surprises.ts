import { factorList } from './list-section.ts'

export const surprises = factorList(
  'surprises',
  'What surprised us',
  (factor) => factor.marks.includes('surprise'),
  'surprise',
)
