// Loaded before the server, in the proof of the power test alone: only the sync of the write-ahead log beside the rooms' thread
// is left out. SQLite itself waits for the disk wherever it does in truth.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

fs.fdatasync = (_, done) => setImmediate(done, null)
syncBuiltinESMExports()
