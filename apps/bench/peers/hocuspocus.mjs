// Hocuspocus with its SQLite extension and its own defaults (stored 2 s after the last edit). Prints its port.
import { join } from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: join(process.env.DATA_DIR, 'hocuspocus.db') })],
  websocketOptions: { perMessageDeflate: false, maxPayload: 64 * 1024 * 1024 },
})
await server.listen()
console.log(server.address.port)
