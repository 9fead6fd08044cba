import { setImmediate } from 'node:timers/promises'
import { isWhole } from '../layers/damage.ts'
import { isKnownMigration } from '../migrations/index.ts'
import { TransferError } from './place.ts'
import type { AnyRow, Source, Target } from './rows.ts'
import { tableOrder } from './table-order.ts'

/** What was copied. */
export interface Copied {
  readonly rows: number
  readonly boards: number
  /** rows and snapshots that were damaged where they came from; they were copied as they are */
  readonly damaged: number
}

/** Copies everything, all of it or nothing, and closes both. */
export async function copyAll(
  source: Source,
  openTarget: (lastMigration: string) => Promise<Target>,
  { healing = false }: { readonly healing?: boolean } = {},
): Promise<Copied> {
  try {
    if (!isKnownMigration(source.lastMigration))
      throw new TransferError(`it was made by a newer version (${source.lastMigration}): use that one`)
    return await copyInto(source, await openTarget(source.lastMigration), healing)
  } finally {
    await source.close()
  }
}

async function copyInto(source: Source, target: Target, healing: boolean): Promise<Copied> {
  const copied = { rows: 0, boards: 0, damaged: 0 }
  try {
    for (const { name, columns } of await tableOrder(source.lastMigration)) {
      for await (const rows of source.rows(name)) {
        await target.insert(name, columns, rows)
        // whoever else uses this process gets their turn
        await setImmediate()
        copied.rows += rows.length
        copied.damaged += rows.filter((row) => isDamaged(name, row)).length
        if (name === 'boards') copied.boards += rows.length
      }
    }
    if (healing) await target.markHealing()
  } catch (error) {
    await target.drop()
    throw error
  }
  await target.keep()
  return copied
}

/** Rows and snapshots of layers carry a checksum. */
function isDamaged(table: string, { board, layer, n, bytes, crc }: AnyRow): boolean {
  if (table !== 'layer_rows' && table !== 'layer_snapshots') return false
  const part = table === 'layer_rows' ? Number(n) : 'snapshot'
  return !isWhole(bytes, crc ?? null, { board: String(board), layer: String(layer), part })
}
