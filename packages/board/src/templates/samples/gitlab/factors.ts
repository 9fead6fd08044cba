import type { FactorKind, Level } from '../../../items/factor.ts'
import type { Mark } from '../../../items/marks.ts'
import type { RelationKind } from '../../../relations/kinds.ts'
import type { Rect, SampleWriter } from '../sample-writer.ts'
import { postmortem } from './sources.ts'

interface FactorRow {
  readonly key: string
  readonly kind: FactorKind
  /** the two accounts say nothing of the level of what helped */
  readonly level?: Level
  readonly text: string
  readonly notes?: string
  readonly marks?: readonly Mark[]
  readonly about?: readonly string[]
  readonly rect?: Rect
}

/** The middle lane of the map holds the events; these lean in from both sides, a few units out of line. */
const LEFT = 440
const RIGHT = 908

const FACTORS: readonly FactorRow[] = [
  {
    key: 'spam',
    kind: 'contributed-to',
    level: 'external',
    text: 'Spam raised the load',
    about: ['primary'],
    rect: [LEFT + 6, 58, 160, 70],
  },
  {
    key: 'one-primary',
    kind: 'enabled',
    level: 'system',
    text: 'One primary carried the whole load',
    notes: 'The one standby served failover only.',
    about: ['primary'],
    rect: [LEFT + 2, 150, 160, 70],
  },
  {
    key: 'silent-tool',
    kind: 'made-difficult',
    level: 'tooling',
    text: 'The copy tool waits without a word',
    notes: 'It waits until the primary begins to send, and stays silent even when asked to say more.',
    marks: ['surprise'],
    rect: [LEFT + 6, 250, 160, 70],
  },
  {
    key: 'host-names',
    kind: 'enabled',
    level: 'tooling',
    text: 'The two host names differ in one digit',
    about: ['primary', 'standby'],
    rect: [LEFT, 350, 160, 70],
  },
  {
    key: 'repositories-apart',
    kind: 'limited',
    text: 'Repositories and wikis live in separate storage',
    notes: 'Code and wikis were never at risk.',
    marks: ['went-well'],
    about: ['repositories'],
    rect: [LEFT, 470, 160, 86],
  },
  {
    key: 'disk-snapshots',
    kind: 'enabled',
    level: 'team-process',
    text: 'Disk snapshots for file servers, not for databases',
    notes: 'The other ways of backing up were thought enough.',
    rect: [LEFT + 2, 576, 160, 86],
  },
  {
    key: 'cheap-disks',
    kind: 'made-difficult',
    level: 'organisation',
    text: 'Cheap staging disks: copying back took hours',
    notes: 'About 60 Mbps, chosen to save cost; copying back took about 18 hours.',
    about: ['staging-db'],
    rect: [LEFT + 6, 690, 160, 86],
  },
  {
    key: 'no-archive',
    kind: 'enabled',
    level: 'system',
    text: 'No archive of the write-ahead log',
    about: ['primary'],
    rect: [RIGHT, 64, 170, 70],
  },
  {
    key: 'unexplained',
    kind: 'made-difficult',
    level: 'team-process',
    text: 'Neither runbook nor manual explained the waiting',
    rect: [RIGHT + 4, 154, 170, 86],
  },
  {
    key: 'late',
    kind: 'context',
    level: 'people-context',
    text: 'Late evening, shift nearly over',
    notes: 'The database engineer had meant to sign off when replication broke.',
    rect: [RIGHT - 2, 262, 170, 70],
  },
  {
    key: 'mail-refused',
    kind: 'hid',
    level: 'tooling',
    text: 'Mail about failed backups was refused',
    notes: 'It was not signed, so the receiver turned it away (DMARC).',
    about: ['mail'],
    rect: [RIGHT + 4, 356, 170, 70],
  },
  {
    key: 'old-dump',
    kind: 'enabled',
    level: 'system',
    text: 'Backup job ran pg_dump 9.2 on a 9.6 database',
    notes:
      'It ran where the tooling picked the older version, and stopped with an error. Nobody had heard of it.',
    marks: ['surprise'],
    about: ['job', 'backups'],
    rect: [RIGHT, 478, 170, 86],
  },
  {
    key: 'no-owner',
    kind: 'enabled',
    level: 'organisation',
    text: 'No one owned backups; no one tried a restore',
    marks: ['still-there'],
    rect: [RIGHT + 4, 628, 170, 86],
  },
  {
    key: 'hand-made',
    kind: 'helped',
    text: 'A snapshot made by hand was six hours old',
    notes: 'Made for another purpose, by the person who was later at the keyboard.',
    marks: ['luck'],
    about: ['staging-db'],
    rect: [672, 584, 166, 86],
  },
  {
    key: 'account-deleted',
    kind: 'contributed-to',
    level: 'system',
    text: 'A background job was deleting a staff account and its data',
    notes: 'The account had been reported for abuse, wrongly.',
    about: ['primary'],
  },
  {
    key: 'fragile-procedure',
    kind: 'made-difficult',
    level: 'team-process',
    text: 'Rebuilding a standby rested on shell scripts and little documentation',
    about: ['standby'],
  },
  {
    key: 'connection-limit',
    kind: 'made-difficult',
    level: 'system',
    text: 'A limit that had worked for almost a year kept the primary from restarting',
    marks: ['surprise'],
    about: ['primary'],
  },
  {
    key: 'webhooks-stripped',
    kind: 'made-difficult',
    level: 'system',
    text: 'The copy in staging held no webhooks; they had to be recovered apart',
    about: ['staging-db'],
  },
  {
    key: 'open-notes',
    kind: 'helped',
    text: 'Open notes and a live stream kept people informed',
    notes: 'About 5,000 people watched at the peak.',
    marks: ['went-well'],
  },
]

type Thread = readonly [from: string, kind: RelationKind, to: string]

const THREADS: readonly Thread[] = [
  ['spam', 'contributed-to', 'load-rises'],
  ['account-deleted', 'contributed-to', 'load-rises'],
  ['one-primary', 'contributed-to', 'load-rises'],
  ['no-archive', 'enabled', 'replication-stops'],
  ['silent-tool', 'contributed-to', 'tool-hangs'],
  ['unexplained', 'contributed-to', 'tool-hangs'],
  ['fragile-procedure', 'made-difficult', 'copy-starts'],
  ['connection-limit', 'made-difficult', 'limits-changed'],
  ['host-names', 'enabled', 'data-removed'],
  ['late', 'relates-to', 'data-removed'],
  ['repositories-apart', 'limited', 'data-removed'],
  ['disk-snapshots', 'contributed-to', 'no-backup'],
  ['old-dump', 'contributed-to', 'no-backup'],
  ['mail-refused', 'hid', 'old-dump'],
  ['no-owner', 'enabled', 'old-dump'],
  ['snapshot-by-hand', 'led-to', 'hand-made'],
  ['hand-made', 'helped', 'choice'],
  ['hand-made', 'helped', 'database-back'],
  ['cheap-disks', 'contributed-to', 'database-back'],
  ['webhooks-stripped', 'made-difficult', 'webhooks-back'],
  ['open-notes', 'relates-to', 'in-the-open'],
]

/** What came together, what made it harder, what helped; none of them is "the" one. */
export function writeFactors(write: SampleWriter): void {
  for (const { key, kind, level = null, text, notes = '', marks = [], about = [], rect } of FACTORS) {
    const sources = [{ id: 'first', ...postmortem }]
    write.add(key, 'factor', { kind, level, text, notes, marks, sources }, rect ?? null)
    for (const component of about) write.connect(key, 'about', component)
  }
  for (const [from, kind, to] of THREADS) write.connect(from, kind, to)
}
