import pg from 'pg'

/** What one transaction sees: for reading, everything as it was at its first look; for writing, what is committed. */
const BEGIN = {
  read: 'begin isolation level repeatable read read only',
  write: 'begin isolation level read committed',
} as const

/** Does `work` in one transaction: all of what it writes is on disk when this resolves, or none. */
export async function inTransaction<T>(
  pool: pg.Pool,
  kind: keyof typeof BEGIN,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let isBroken = false
  try {
    await client.query(BEGIN[kind])
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    // after an answer of the database the connection is good; after anything else nobody knows, and it is closed
    isBroken = error instanceof pg.DatabaseError ? !(await rollBack(client)) : true
    throw error
  } finally {
    client.release(isBroken)
  }
}

async function rollBack(client: pg.PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  )
}
