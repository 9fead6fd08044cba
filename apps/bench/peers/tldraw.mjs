// tldraw sync with its SQLite storage, WAL and synchronous=FULL: one room, and one database file, a path. Prints its port.
import { createServer } from 'node:http'
import { join } from 'node:path'
import { NodeSqliteWrapper, SQLiteSyncStorage, TLSocketRoom } from '@tldraw/sync-core'
import { createTLSchema, defaultShapeSchemas } from '@tldraw/tlschema'
import Database from 'better-sqlite3'
import { WebSocketServer } from 'ws'

const schema = createTLSchema({ shapes: defaultShapeSchemas })
const rooms = new Map()

function roomOf(name) {
  const open = rooms.get(name)
  if (open) return open
  const database = new Database(join(process.env.DATA_DIR, `${name}.db`))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  const storage = new SQLiteSyncStorage({ sql: new NodeSqliteWrapper(database) })
  const room = new TLSocketRoom({ schema, storage, log: { warn() {}, error: console.error } })
  rooms.set(name, room)
  return room
}

let sessions = 0
const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
sockets.on('connection', (socket, request) => {
  roomOf(request.url.slice(1).split('?')[0]).handleSocketConnect({ sessionId: `s${++sessions}`, socket })
})
http.listen(Number(process.env.PORT), '127.0.0.1', () => console.log(http.address().port))
