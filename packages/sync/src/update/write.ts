import { encoded } from '@second-story/protocol'
import { type Encoder, writeUint8Array, writeVarUint } from 'lib0/encoding'
import { DeleteSet } from './delete-set.ts'

/** New structs of one client as they came, without gaps: `count` of them in `bytes`, covering `clock` to `end`. */
export interface Run {
  readonly client: number
  readonly clock: number
  readonly end: number
  readonly count: number
  readonly bytes: Uint8Array
}

/**
 * One update from runs in the order in which they were taken. Runs of one client follow each other without gaps, so that
 * merging is putting bytes side by side; higher clients first, as Yjs does.
 */
export function writeUpdate(runs: readonly Run[], deleted: DeleteSet): Uint8Array {
  const byClient = new Map<number, Run[]>()
  for (const run of runs) {
    const list = byClient.get(run.client)
    if (list === undefined) byClient.set(run.client, [run])
    else list.push(run)
  }
  return encoded((encoder) => {
    writeVarUint(encoder, byClient.size)
    for (const [client, list] of [...byClient].sort((a, b) => b[0] - a[0])) writeClient(encoder, client, list)
    deleted.write(encoder)
  })
}

function writeClient(encoder: Encoder, client: number, runs: readonly Run[]): void {
  let structs = 0
  for (const run of runs) structs += run.count
  writeVarUint(encoder, structs)
  writeVarUint(encoder, client)
  writeVarUint(encoder, runs[0]?.clock ?? 0)
  for (const run of runs) writeUint8Array(encoder, run.bytes)
}

/** An update that adds nothing. */
export const EMPTY_UPDATE: Uint8Array = writeUpdate([], new DeleteSet())
