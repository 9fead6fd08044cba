import type { Sample } from '../sample.ts'
import { writeEvents } from './gitlab/events.ts'
import { writeFactors } from './gitlab/factors.ts'
import { writeLearning } from './gitlab/learning.ts'
import { writeProse } from './gitlab/prose.ts'
import { writeSystem } from './gitlab/system.ts'
import { SampleWriter } from './sample-writer.ts'

const TITLE = 'The replica rebuild of 31 January'

/**
 * A real incident as a complete review: GitLab.com, 31 January 2017. The facts are from the two articles named in
 * `gitlab/sources.ts`; the words are ours. Roles, no names. Where the two accounts differ, both stay.
 */
export const gitlab: Sample = {
  name: 'gitlab',
  title: TITLE,
  kind: 'incident-review',
  build: () => {
    const write = new SampleWriter('git')
    writeProse(write)
    writeSystem(write)
    writeEvents(write)
    writeFactors(write)
    writeLearning(write)
    return {
      commands: write.commands,
      conduct: { title: TITLE, kind: 'incident-review', stage: 'meeting', zone: 'UTC' },
    }
  },
}
