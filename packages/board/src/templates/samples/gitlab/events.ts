import type { EVENT_KINDS } from '../../../items/event.ts'
import type { Source } from '../../../sources.ts'
import { manyBetween } from '../../../timeline/between.ts'
import type { When } from '../../../when.ts'
import type { Rect, SampleWriter } from '../sample-writer.ts'
import { liveNotes, postmortem, remembered } from './sources.ts'

interface EventRow {
  readonly key: string
  readonly when: Partial<When>
  readonly kind: (typeof EVENT_KINDS)[number]
  /** what a pill can hold */
  readonly text: string
  readonly notes: string
  readonly source: Source
  readonly about: readonly string[]
  readonly rect?: Rect
  readonly seemedRelevantThen?: true
}

const exactly = (at: string): Partial<When> => ({ precision: 'exact', at })
const about = (at: string): Partial<When> => ({ precision: 'approx', at })
const from = (at: string, end: string): Partial<When> => ({ precision: 'range', at, end })
const worded = (words: string): Partial<When> => ({ precision: 'unknown', words })

const NIGHT = '2017-01-31T'
const NEXT = '2017-02-01T'

/** In the order in which they happened, as far as that is known. */
const EVENTS: readonly EventRow[] = [
  {
    key: 'snapshot-by-hand',
    when: about(`${NIGHT}17:20:00Z`),
    kind: 'action',
    text: 'Production is copied to staging by hand',
    notes:
      'Load balancing for reads was about to be tried out in staging. The automatic copy was from 01:00; a snapshot made by hand gave fresher data.',
    source: postmortem,
    about: ['primary', 'staging-db'],
  },
  {
    key: 'spam-seen',
    when: exactly(`${NIGHT}18:00:00Z`),
    kind: 'realisation',
    text: 'Spam is seen; the database is unstable',
    notes: 'Spammers were creating snippets in large numbers.',
    source: liveNotes,
    about: ['primary'],
  },
  {
    key: 'load-rises',
    when: about(`${NIGHT}19:00:00Z`),
    kind: 'system',
    text: 'Database load rises',
    notes: 'It takes several hours to get it down.',
    source: postmortem,
    about: ['primary'],
    rect: [664, 92, 168, 44],
  },
  {
    key: 'writes-lock',
    when: exactly(`${NIGHT}21:00:00Z`),
    kind: 'system',
    text: 'Writes lock up',
    notes: 'GitLab.com is down for part of the time.',
    source: liveNotes,
    about: ['primary'],
  },
  {
    key: 'page',
    when: exactly(`${NIGHT}22:00:00Z`),
    kind: 'alert',
    text: 'A page: the standby lags too far behind',
    notes: 'So far that replication has in effect stopped.',
    source: liveNotes,
    about: ['standby'],
  },
  {
    key: 'replication-stops',
    when: about(`${NIGHT}23:00:00Z`),
    kind: 'system',
    text: 'Replication stops',
    notes:
      'The log segments that the standby still needs are gone from the primary, and no archive of them is kept. The standby has to be rebuilt by hand.',
    source: postmortem,
    about: ['primary', 'standby'],
    rect: [674, 182, 160, 44],
  },
  {
    key: 'copy-starts',
    when: about(`${NIGHT}23:00:00Z`),
    kind: 'action',
    text: 'The standby is emptied, the copy begins',
    notes: 'The copy tool, pg_basebackup, hangs and says nothing that helps.',
    source: postmortem,
    about: ['standby'],
  },
  {
    key: 'limits-changed',
    when: from(`${NIGHT}23:00:00Z`, `${NIGHT}23:30:00Z`),
    kind: 'action',
    text: 'Limits are changed so that the primary can restart',
    notes:
      'max_wal_senders goes from 3 to 32. The primary then does not start until max_connections, 8000 for almost a year, is lowered to 2000.',
    source: postmortem,
    about: ['primary'],
    seemedRelevantThen: true,
  },
  {
    key: 'tool-hangs',
    when: from(`${NIGHT}23:00:00Z`, `${NIGHT}23:30:00Z`),
    kind: 'difficulty',
    text: 'The copy tool hangs',
    notes: 'It still hangs after the restart. Looking at its system calls shows only that it waits.',
    source: postmortem,
    about: ['standby'],
    rect: [662, 274, 168, 44],
  },
  {
    key: 'thought',
    when: worded('shortly before 23:27'),
    kind: 'hypothesis',
    text: 'The thought: an empty directory is in the way',
    notes: 'The tool might refuse to work because the data directory is there, though nothing is in it.',
    source: remembered,
    about: ['standby'],
    seemedRelevantThen: true,
  },
  {
    key: 'data-removed',
    when: about(`${NIGHT}23:27:00Z`),
    kind: 'action',
    text: 'Primary’s data removed',
    notes:
      'The data directory is removed in the belief that this is the standby. It is the primary. The command is stopped a second or two later.',
    source: liveNotes,
    about: ['primary'],
    rect: [662, 372, 184, 44],
  },
  {
    key: 'what-is-left',
    when: about(`${NIGHT}23:27:00Z`),
    kind: 'realisation',
    text: 'Of some 300 GB, about 4.5 are left',
    notes: '',
    source: liveNotes,
    about: ['primary'],
  },
  {
    key: 'no-backup',
    when: worded('after 23:30'),
    kind: 'realisation',
    text: 'No backup to restore',
    notes:
      'The backup bucket turns out to be empty. The disks of the databases never had snapshots. The standby had been emptied before.',
    source: postmortem,
    about: ['backups', 'standby'],
    rect: [670, 482, 178, 44],
  },
  {
    key: 'choice',
    when: worded('that night'),
    kind: 'decision',
    text: 'The six-hour-old snapshot is chosen',
    notes: 'The other choice would lose almost 24 hours.',
    source: postmortem,
    about: ['staging-db'],
  },
  {
    key: 'in-the-open',
    when: worded('during the recovery'),
    kind: 'communication',
    text: 'Notes and a live stream are open to all',
    notes: 'About 5,000 people watch at the peak.',
    source: postmortem,
    about: [],
  },
  {
    key: 'database-back',
    when: exactly(`${NEXT}17:00:00Z`),
    kind: 'change',
    text: 'Database is back',
    notes: 'Without webhooks at first.',
    source: postmortem,
    about: ['primary'],
    rect: [668, 728, 168, 44],
  },
  {
    key: 'webhooks-back',
    when: about(`${NEXT}18:00:00Z`),
    kind: 'end',
    text: 'Webhooks are back; GitLab.com works',
    notes: 'Sequences are raised by 100,000, so that no number from before is given twice.',
    source: postmortem,
    about: ['primary'],
  },
]

/** All that happened; six of the events stand on the map as pills, the others on the timeline. */
export function writeEvents(write: SampleWriter): void {
  const orders = manyBetween(null, null, EVENTS.length)
  for (const [index, row] of EVENTS.entries()) {
    const when: When = {
      precision: 'exact',
      at: null,
      end: null,
      words: '',
      zone: 'UTC',
      order: orders[index] ?? '',
      ...row.when,
    }
    const { kind, text, notes } = row
    const sources = [{ id: 'first', ...row.source }]
    const seemedRelevantThen = row.seemedRelevantThen === true
    write.add(row.key, 'event', { when, kind, text, notes, sources, seemedRelevantThen }, row.rect ?? null)
    for (const component of row.about) write.connect(row.key, 'about', component)
  }
  write.connect('load-rises', 'contributed-to', 'replication-stops')
  write.connect('copy-starts', 'contributed-to', 'no-backup')
  write.connect('tool-hangs', 'led-to', 'thought')
  write.connect('thought', 'shaped', 'data-removed')
  write.connect('tool-hangs', 'shaped', 'data-removed')
}
