import { expect, test } from 'vitest'
import { SAMPLE_CARDS } from '../account/sample-cards.ts'
import { drawSample } from './draw-sample.ts'

test('every sample that is offered has a picture, in both themes', () => {
  for (const { name } of SAMPLE_CARDS) {
    const [light, dark] = [drawSample(name, 'light'), drawSample(name, 'dark')]
    expect(light?.length).toBeGreaterThan(5_000)
    expect(light).toMatch(/^<svg /)
    expect(dark).not.toBe(light)
  }
  expect(drawSample('no such sample', 'light')).toBeNull()
})
