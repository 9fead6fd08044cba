import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { hocuspocusDialect } from '../load/hocuspocus-dialect.ts'
import { relayDialect } from '../load/relay-dialect.ts'
import { tldrawDialect } from '../load/tldraw-dialect.ts'
import { yjsDialect } from '../load/yjs-dialect.ts'
import { OurServer } from './our-server.ts'
import { type PlainOptions, PlainServer } from './plain-server.ts'
import type { Contender } from './sync-server.ts'

const PEERS = resolve(import.meta.dirname, '../../peers')
const RELAY = resolve(import.meta.dirname, '../bare-relay.ts')

const plain = (id: string, options: PlainOptions): Contender => ({
  id,
  name: options.name,
  start: (start) => PlainServer.start(options, start),
})

const relay = (id: string, name: string, tick: string): Contender =>
  plain(id, {
    name,
    dialect: relayDialect(),
    isStoring: false,
    args: ['--import', 'tsx', RELAY],
    env: { TICK: tick },
  })

const peer = (id: string, name: string, dialect: PlainOptions['dialect']): Contender =>
  plain(id, { name, dialect, isStoring: true, args: [join(PEERS, `${id}.mjs`)] })

let schema: string | null = null

function tldrawSchema(): string {
  schema ??= execFileSync(process.execPath, [join(PEERS, 'tldraw-schema.mjs')], { encoding: 'utf8' })
  return schema
}

/** Everything that is measured, ours first, the limits last. */
export const CONTENDERS: readonly Contender[] = [
  { id: 'ours', name: 'ours', start: (options) => OurServer.start(options) },
  peer('y-websocket', 'y-websocket-server 0.1', yjsDialect()),
  peer('hocuspocus', 'Hocuspocus 4.7', hocuspocusDialect()),
  peer('tldraw', 'tldraw sync 5.4', tldrawDialect(tldrawSchema)),
  relay('relay', 'bare relay, adaptive tick', 'adaptive'),
  relay('relay16', 'bare relay, 16 ms tick', '16'),
]

/** Installs the peers from their own lock when they are not there; returns why not, or null. */
export function installPeers(): string | null {
  if (existsSync(join(PEERS, 'node_modules/.package-lock.json'))) return null
  process.stdout.write('Installing the peers (npm ci in apps/bench/peers) …\n')
  try {
    execFileSync('npm', ['ci', '--no-workspaces'], { cwd: PEERS, stdio: ['ignore', 'ignore', 'inherit'] })
    return null
  } catch (error) {
    return `the peers cannot be installed: ${error instanceof Error ? error.message : String(error)}`
  }
}
