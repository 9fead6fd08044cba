// Loaded before the server, in the proof of the power test alone: the same server with a database that does not wait for
// the disk, and a log that nobody syncs. What it acknowledges is then in the system's memory only.
import './without-log-sync.mjs'
import Database from 'better-sqlite3'

const pragma = Database.prototype.pragma
Database.prototype.pragma = function (source, options) {
  return pragma.call(this, source.replace(/^synchronous = (FULL|NORMAL)$/, 'synchronous = OFF'), options)
}
