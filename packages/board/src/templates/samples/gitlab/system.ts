import type { ComponentKind } from '../../../items/component.ts'
import type { Rect, SampleWriter } from '../sample-writer.ts'

type Row = readonly [
  key: string,
  name: string,
  kind: ComponentKind,
  technology: string,
  rect: Rect,
  within: string | null,
]

const COMPONENTS: readonly Row[] = [
  ['app', 'GitLab.com app', 'service', 'web application', [38, 126, 144, 56], 'production'],
  ['repositories', 'Repositories', 'datastore', 'file storage', [256, 122, 144, 62], 'production'],
  ['primary', 'Primary', 'datastore', 'PostgreSQL 9.6', [38, 244, 144, 62], 'production'],
  ['standby', 'Standby', 'datastore', 'failover only', [256, 244, 144, 62], 'production'],
  ['job', 'Backup job', 'job', 'pg_dump, cron', [250, 360, 150, 56], 'production'],
  ['staging-db', 'Staging DB', 'datastore', 'throttled disks', [38, 536, 144, 62], 'staging'],
  ['backups', 'Backups', 'datastore', 'S3 bucket', [244, 514, 112, 62], null],
  ['mail', 'Cron mail', 'external', 'refused unsigned', [250, 676, 150, 56], null],
]

/** The left half of the map: the system as the people in it drew it. */
export function writeSystem(write: SampleWriter): void {
  write.add('production', 'boundary', { name: 'Production', kind: 'system' }, [22, 104, 392, 330])
  write.add('staging', 'boundary', { name: 'Staging', kind: 'system', tint: 'b' }, [22, 512, 176, 106])
  for (const [key, name, kind, technology, rect, within] of COMPONENTS)
    write.add(key, 'component', { name, kind, technology }, rect, within)
  write.connect('app', 'calls', 'primary', 'reads, writes')
  write.connect('app', 'calls', 'repositories', 'files')
  write.connect('primary', 'replicates-to', 'standby')
  write.connect('job', 'reads', 'primary')
  write.connect('job', 'writes', 'backups')
  write.connect('job', 'notifies', 'mail')
  write.connect('primary', 'replicates-to', 'staging-db', 'snapshot by hand')
}
