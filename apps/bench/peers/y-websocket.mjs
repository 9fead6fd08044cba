// y-websocket's own server with its LevelDB store: one document a path. Prints its port.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

process.env.YPERSISTENCE = process.env.DATA_DIR
const print = console.info
console.info = () => undefined
const { setupWSConnection } = await import('@y/websocket-server/utils')
console.info = print

const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
sockets.on('connection', (socket, request) => {
  setupWSConnection(socket, request)
})
http.listen(Number(process.env.PORT), '127.0.0.1', () => console.log(http.address().port))
