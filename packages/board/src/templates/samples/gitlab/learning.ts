import type { QUESTION_FAMILIES } from '../../../items/question.ts'
import type { Rect, SampleWriter } from '../sample-writer.ts'

interface QuestionRow {
  readonly key: string
  readonly text: string
  readonly family: (typeof QUESTION_FAMILIES)[number]
  readonly about: string
  readonly rect?: Rect
}

const QUESTIONS: readonly QuestionRow[] = [
  {
    key: 'last-restore',
    text: 'When did a restore last work, and how did we know?',
    family: 'knowledge',
    about: 'no-owner',
    rect: [22, 668, 186, 92],
  },
  {
    key: 'reader-of-mail',
    text: 'Who would have read the cron mail, had it come?',
    family: 'normal-work',
    about: 'mail-refused',
  },
  {
    key: 'other-names',
    text: 'Which other names differ in one digit?',
    family: 'cues',
    about: 'host-names',
  },
  {
    key: 'waiting-or-hanging',
    text: 'How could waiting look different from hanging?',
    family: 'assessment',
    about: 'silent-tool',
  },
  {
    key: 'when-load-began',
    text: 'When did the load begin? The live notes say 18:00, the postmortem about 19:00.',
    family: 'difference',
    about: 'load-rises',
  },
  {
    key: 'how-many-nets',
    text: 'How many ways of getting data back were there? The live notes count five, the postmortem four.',
    family: 'difference',
    about: 'no-backup',
  },
]

interface InsightRow {
  readonly key: string
  readonly text: string
  readonly whoNowKnows: string
  readonly newTo: 'me' | 'team' | 'several-teams'
  readonly from: string
}

const INSIGHTS: readonly InsightRow[] = [
  {
    key: 'looks-the-same',
    text: 'From outside, a tool that waits looks like a tool that hangs',
    whoNowKnows: 'Database engineers',
    newTo: 'team',
    from: 'silent-tool',
  },
  {
    key: 'each-for-the-other',
    text: 'Each way of backing up was trusted because there were others',
    whoNowKnows: 'Production engineers',
    newTo: 'several-teams',
    from: 'disk-snapshots',
  },
  {
    key: 'not-a-plan',
    text: 'What brought the data back was in no plan: a copy made to try something out',
    whoNowKnows: 'Everyone in the review',
    newTo: 'several-teams',
    from: 'hand-made',
  },
]

interface IdeaRow {
  readonly key: string
  readonly text: string
  readonly reviewer: string
  readonly from: string
}

const IDEAS: readonly IdeaRow[] = [
  {
    key: 'name-an-owner',
    text: 'Give the durability of data an owner',
    reviewer: 'Production engineers',
    from: 'no-owner',
  },
  {
    key: 'hourly',
    text: 'Take snapshots of the databases every hour, not every day',
    reviewer: 'Production engineers',
    from: 'disk-snapshots',
  },
  {
    key: 'roles-not-names',
    text: 'Leave names out of open notes from now on',
    reviewer: 'Communication',
    from: 'open-notes',
  },
]

/** What is still asked, what somebody knows now, and what waits for the planning meeting. */
export function writeLearning(write: SampleWriter): void {
  for (const { key, text, family, about, rect } of QUESTIONS) {
    write.add(key, 'question', { text, family }, rect ?? null)
    write.connect(key, 'about', about)
  }
  for (const { key, text, whoNowKnows, newTo, from } of INSIGHTS) {
    write.add(key, 'insight', { text, whoNowKnows, newTo })
    write.connect(key, 'from', from)
  }
  for (const { key, text, reviewer, from } of IDEAS) {
    write.add(key, 'idea', { text, reviewer })
    write.connect(key, 'from', from)
  }
}
