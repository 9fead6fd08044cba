import { SAMPLES } from '@second-story/board'
import { expect, it } from 'vitest'
import { SAMPLE_CARDS } from './sample-cards.ts'

it('offers every sample that there is, by its own name', () => {
  expect(SAMPLE_CARDS.map((card) => card.name)).toEqual(SAMPLES.map((sample) => sample.name))
})
