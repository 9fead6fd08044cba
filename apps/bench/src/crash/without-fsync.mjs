// Loaded before the server, in the proof of the power test alone: the same server with a database that does not wait for
// the disk. What it acknowledges is then in the system's memory only.
import Database from 'better-sqlite3'

const pragma = Database.prototype.pragma
Database.prototype.pragma = function (source, options) {
  return pragma.call(this, source.replace(/^synchronous = FULL$/, 'synchronous = OFF'), options)
}
