import type pg from 'pg'
import { checksum } from './damage.ts'
import type { Append, AppendOutcome, LayerKey } from './layer-store.ts'
import { refusalOf } from './refusal.ts'

// Every statement takes its names sorted and locks in that order, byte by byte on every node: two nodes never wait for each other.
const MAKE = `insert into layers (board, layer) select board, layer from unnest($1::text[], $2::text[]) as asked (board, layer)
  order by board collate "C", layer collate "C" on conflict do nothing`

const LOCK = `select board, layer, head, epoch from layers
  where (board, layer) in (select * from unnest($1::text[], $2::text[]))
  order by board collate "C", layer collate "C" for update`

const OWNERS = `select board, layer, client, account from layer_owners
  where (board, layer, client) in (select * from unnest($1::text[], $2::text[], $3::bigint[]))`

/** All that is written, in one statement. */
const WRITE = `with
  new_rows as (insert into layer_rows (board, layer, n, crc, bytes)
    select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bytea[])),
  new_owners as (insert into layer_owners (board, layer, client, account)
    select * from unnest($6::text[], $7::text[], $8::bigint[], $9::text[]))
  update layers set head = moved.head from unnest($10::text[], $11::text[], $12::bigint[]) as moved (board, layer, head)
  where layers.board = moved.board and layers.layer = moved.layer`

interface OpenLayer extends LayerKey {
  readonly epoch: number
  readonly headBefore: number
  head: number
  readonly owners: Map<number, string>
}

interface NewRow extends LayerKey {
  readonly n: number
  readonly bytes: Uint8Array
}

interface NewOwner extends LayerKey {
  readonly client: number
  readonly account: string
}

/** One append: the layers' heads are locked, then each entry is judged, then everything is written at once. */
export class PostgresAppend {
  readonly #entries: readonly Append[]
  readonly #keys: readonly LayerKey[]

  constructor(entries: readonly Append[]) {
    this.#entries = entries
    this.#keys = [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()]
  }

  /** Makes the layers that are missing, in a transaction of its own: it must hold no other lock while it waits for a name. */
  async makeLayers(pool: pg.Pool): Promise<void> {
    await pool.query(MAKE, names(this.#keys))
  }

  /** Null, and nothing written, when a layer does not exist yet. */
  async tryIn(client: pg.ClientBase): Promise<AppendOutcome[] | null> {
    const layers = await this.#lock(client)
    if (layers.size < this.#keys.length) return null
    await this.#readOwners(client, layers)
    const rows: NewRow[] = []
    const owners: NewOwner[] = []
    const outcomes = this.#entries.map((entry): AppendOutcome => {
      const open = layers.get(keyOf(entry))
      if (open === undefined) throw new Error('an append without its layer')
      const refused = refusalOf(entry, open.epoch, (one) => open.owners.get(one))
      if (refused !== null) return { refused }
      owners.push(...claim(entry, open))
      if (entry.bytes === null) return { n: null }
      rows.push({ board: open.board, layer: open.layer, n: ++open.head, bytes: entry.bytes })
      return { n: open.head }
    })
    await write(client, rows, owners, layers)
    return outcomes
  }

  async #lock(client: pg.ClientBase): Promise<Map<string, OpenLayer>> {
    const locked = await client.query<LayerKey & { head: number; epoch: number }>(LOCK, names(this.#keys))
    return new Map(
      locked.rows.map((row) => [keyOf(row), { ...row, headBefore: row.head, owners: new Map() }] as const),
    )
  }

  async #readOwners(client: pg.ClientBase, layers: ReadonlyMap<string, OpenLayer>): Promise<void> {
    const claims = this.#entries.flatMap(({ board, layer, owners }) =>
      owners.map(([one]) => ({ board, layer, client: one })),
    )
    if (claims.length === 0) return
    const asked = [...names(claims), claims.map((one) => one.client)]
    for (const owner of (await client.query<NewOwner>(OWNERS, asked)).rows)
      layers.get(keyOf(owner))?.owners.set(owner.client, owner.account)
  }
}

/** Those clients of the entry that nobody owned. */
function claim({ owners }: Append, { board, layer, owners: known }: OpenLayer): NewOwner[] {
  return owners.flatMap(([client, account]) => {
    if (known.has(client)) return []
    known.set(client, account)
    return [{ board, layer, client, account }]
  })
}

async function write(
  client: pg.ClientBase,
  rows: readonly NewRow[],
  owners: readonly NewOwner[],
  layers: ReadonlyMap<string, OpenLayer>,
): Promise<void> {
  const moved = [...layers.values()].filter(({ head, headBefore }) => head !== headBefore)
  if (moved.length === 0 && owners.length === 0) return
  await client.query(WRITE, [
    ...names(rows),
    rows.map(({ n }) => n),
    rows.map(({ board, layer, n, bytes }) => checksum(bytes, { board, layer, part: n })),
    rows.map(({ bytes }) => bytes),
    ...names(owners),
    owners.map((owner) => owner.client),
    owners.map(({ account }) => account),
    ...names(moved),
    moved.map(({ head }) => head),
  ])
}

function keyOf({ board, layer }: LayerKey): string {
  return `${board} ${layer}`
}

function names(keys: readonly LayerKey[]): [string[], string[]] {
  return [keys.map(({ board }) => board), keys.map(({ layer }) => layer)]
}
