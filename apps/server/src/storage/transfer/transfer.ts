import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from '../sqlite/lock.ts'
import { DATABASE_FILE, makeFolder } from '../sqlite/open.ts'
import { type Copied, copyAll } from './copy.ts'
import { type Place, TransferError } from './place.ts'
import { readPostgres, serversOn, writePostgres } from './postgres-database.ts'
import type { Source } from './rows.ts'
import { filesOf, readSqliteFile, writeSqliteFile } from './sqlite-file.ts'

/** One file with everything, as it was at one moment; servers may go on writing. The file is an SQLite database of ours. */
export async function backUp(from: Place, file: string): Promise<Copied> {
  if (existsSync(file)) throw new TransferError(`${file} exists already: name another file`)
  return copyAll(await read(from), (last) => writeSqliteFile(file, last))
}

/**
 * Puts a backup in a place: a data folder, where what was there is kept under another name (`keptAs`), or an empty database.
 * Every layer heals afterwards: who knows more than the backup brings it back.
 */
export async function restore(
  file: string,
  to: Place,
  now: Date,
): Promise<{ readonly copied: Copied; readonly keptAs: string | null }> {
  const healing = { healing: true }
  if (to.kind === 'postgres') {
    const copied = await copyAll(readSqliteFile(file), (last) => writePostgres(to.url, last), healing)
    return { copied, keptAs: null }
  }
  return alone(to.folder, async () => {
    const database = join(to.folder, DATABASE_FILE)
    const restored = `${database}.restored`
    const copied = await copyAll(readSqliteFile(file), (last) => writeSqliteFile(restored, last), healing)
    const keptAs = setAside(database, now)
    renameSync(restored, database)
    return { copied, keptAs }
  })
}

/** Copies everything from one place to another, empty one, as it is. No server may use either of them meanwhile. */
export async function move(from: Place, to: Place): Promise<Copied> {
  if (from.kind === 'postgres' && (await serversOn(from.url)) > 0)
    throw new TransferError('servers are still connected to the database: end them first')
  const work = async (): Promise<Copied> => {
    const source = await read(from)
    return to.kind === 'postgres'
      ? copyAll(source, (last) => writePostgres(to.url, last))
      : alone(to.folder, async () => {
          const file = join(to.folder, DATABASE_FILE)
          if (!existsSync(file)) return copyAll(source, (last) => writeSqliteFile(file, last))
          await source.close()
          throw new TransferError(`${file} exists already: name an empty folder`)
        })
  }
  return from.kind === 'sqlite' && existsSync(from.folder) ? alone(from.folder, work) : work()
}

async function read(from: Place): Promise<Source> {
  return from.kind === 'postgres' ? readPostgres(from.url) : readSqliteFile(join(from.folder, DATABASE_FILE))
}

/** Does `work` while no server can use the folder. */
async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  makeFolder(folder)
  const unlock = lockFolder(folder)
  if (unlock === null) throw new TransferError(`${folder} is in use by a server: end it first`)
  try {
    return await work()
  } finally {
    unlock()
  }
}

/** Renames a database file and what lies beside it; returns its new name, or null where there was none. */
function setAside(file: string, now: Date): string | null {
  const name = `${file}.before-${now.toISOString().replaceAll(/[:.]/g, '-')}`
  const files = filesOf(file)
  for (const one of files) renameSync(one, name + one.slice(file.length))
  return files.length === 0 ? null : name
}
