import { SAMPLES, type Template } from '@second-story/board'

/** The content of a sample, or null when there is none of that name. */
export function sampleNamed(name: string): Template | null {
  return SAMPLES.find((sample) => sample.name === name)?.build() ?? null
}
