import type * as Y from 'yjs'
import type { LayerDocs } from '../document/roots.ts'
import type { LayerName } from '../layers.ts'
import { LIMITS } from '../limits.ts'
import { type Command, commandType } from './command.ts'
import type { Refusal, Writing } from './define.ts'

export type Applied =
  | { readonly ok: true; readonly ids: readonly string[]; readonly layers: readonly LayerName[] }
  | { readonly ok: false; readonly index: number; readonly refusal: Refusal }

export interface ApplyOptions {
  /** ms since 1970 */
  readonly now: number
  /** who caused it; reaches every listener of the documents */
  readonly origin: unknown
}

/**
 * Applies commands in order, in one transaction a layer: all of them, or, when one is refused, none.
 * `ids` are those of the items and relations that were made.
 */
export function apply(docs: LayerDocs, commands: readonly Command[], options: ApplyOptions): Applied {
  if (commands.length > LIMITS.batch) {
    const message = `At most ${LIMITS.batch} commands at once; these are ${commands.length}.`
    return { ok: false, index: 0, refusal: { id: 'too-many', message } }
  }
  const at: Writing = { docs, now: options.now, coming: new Map(), comingTypes: new Map() }
  const ids: string[] = []
  const layers = new Set<LayerName>()
  for (const [index, command] of commands.entries()) {
    const type = commandType(command.do)
    const refusal = type.check(command, at)
    if (refusal) return { ok: false, index, refusal }
    const written = type.layers(command, at)
    for (const layer of written) layers.add(layer)
    if (command.do === 'add' || command.do === 'connect' || command.do === 'ink') {
      ids.push(command.id)
      at.coming.set(command.id, written[0] ?? 'common')
      if (command.do === 'add') at.comingTypes.set(command.id, command.type)
    }
  }
  const documents = [...layers].flatMap((layer) => docs.get(layer) ?? [])
  transactAll(documents, options.origin, () => {
    for (const command of commands) commandType(command.do).apply(command, at)
  })
  return { ok: true, ids, layers: [...layers] }
}

function transactAll(docs: readonly Y.Doc[], origin: unknown, work: () => void): void {
  const [first, ...rest] = docs
  if (first) first.transact(() => transactAll(rest, origin, work), origin)
  else work()
}
