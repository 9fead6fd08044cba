// Fails when package-lock.json lacks a platform's package.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { missingFromLock } from './check-lock.mjs'

const lock = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package-lock.json'), 'utf8'))
const missing = missingFromLock(lock)
for (const name of missing) console.error(`package-lock.json lacks ${name}`)
console.log(`lock: ${Object.keys(lock.packages).length} entries, ${missing.length} missing`)
process.exit(missing.length === 0 ? 0 : 1)
