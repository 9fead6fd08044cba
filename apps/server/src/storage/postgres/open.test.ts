import { describe, expect, inject, it } from 'vitest'
import { connectPostgres } from './open.ts'

const server = inject('postgres')

describe.skipIf(server === null)('a connection to Postgres', () => {
  it('that is cut while somebody holds it rejects what they ask, and does not end the process', async () => {
    const pool = connectPostgres(server ?? '')
    const held = await pool.connect()
    const { rows } = await held.query('select pg_backend_pid() as pid')
    const gone = new Promise((done) => held.once('end', done))
    await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await gone
    await expect(held.query('select 1')).rejects.toThrow()
    held.release(true)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await pool.end()
  })
})
