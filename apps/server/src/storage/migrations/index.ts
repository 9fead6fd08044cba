import { type Kysely, Migrator } from 'kysely'
import { migration as layers } from './0001-layers.ts'
import { migration as accounts } from './0002-accounts.ts'
import { migration as teams } from './0003-teams.ts'
import { migration as boards } from './0004-boards.ts'
import { migration as nodes } from './0005-nodes.ts'
import { migration as versions } from './0006-versions.ts'
import { migration as sensitiveBoards } from './0007-sensitive-boards.ts'
import { migration as digests } from './0008-digests.ts'
import { migration as images } from './0009-images.ts'
import { migration as mentions } from './0010-mentions.ts'
import { migration as votes } from './0012-votes.ts'
import { migration as smallFirst } from './0013-small-first.ts'
import { migration as templates } from './0014-templates.ts'

const MIGRATIONS = {
  '0001-layers': layers,
  '0002-accounts': accounts,
  '0003-teams': teams,
  '0004-boards': boards,
  '0005-nodes': nodes,
  '0006-versions': versions,
  '0007-sensitive-boards': sensitiveBoards,
  '0008-digests': digests,
  '0009-images': images,
  '0010-mentions': mentions,
  '0012-votes': votes,
  '0013-small-first': smallFirst,
  '0014-templates': templates,
}

/** Brings the tables up to date, or to what they were after `last`; throws what the database said when it cannot. */
export async function migrate<DB>(db: Kysely<DB>, last?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = last === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(last)
  if (error) throw error
}

/** False for the name of a migration of a later version. */
export function isKnownMigration(name: string): boolean {
  return name in MIGRATIONS
}
