import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Inspector } from '../servers/inspector.ts'
import type { SyncServer } from '../servers/sync-server.ts'

let taken = 0

/** Does the work; into `folder`, when there is one, goes a CPU profile of the server meanwhile. */
export async function profiled<T>(
  server: SyncServer,
  folder: string | null,
  work: () => Promise<T>,
): Promise<T> {
  if (folder === null || server.inspector === null) return work()
  const inspector = await Inspector.open(server.inspector)
  const { result, profile } = await inspector.profile(work)
  inspector.close()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${server.name}-${++taken}.cpuprofile`), JSON.stringify(profile))
  return result
}
