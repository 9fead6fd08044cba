import {
  apply,
  type BoardSnapshot,
  type Command,
  type ConductChange,
  type LayerName,
  parseCommands,
  read,
  writeConduct,
} from '@second-story/board'
import * as Y from 'yjs'

/** A board for tests, made as every board is made: by commands on documents. */
export function buildBoard(commands: readonly unknown[], conduct: ConductChange = {}): BoardSnapshot {
  const layers: readonly LayerName[] = ['common', 'conduct', 'own']
  const docs = new Map(layers.map((layer) => [layer, new Y.Doc()]))
  const parsed = parseCommands(commands)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  const applied = apply(docs, parsed.commands, { now: 0, origin: 'test' })
  if (!applied.ok) throw new Error(applied.refusal.message)
  const meta = docs.get('conduct')
  if (meta) writeConduct(meta, { title: 'A board', kind: 'incident-review', zone: 'UTC', ...conduct })
  return read(docs)
}

/** A readable id of the right length. */
export function id(name: string): string {
  return (name.replace(/[^A-Za-z0-9]/g, '') + '0'.repeat(21)).slice(0, 21)
}

export function add(
  name: string,
  type: string,
  fields: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Command {
  return { do: 'add', id: id(name), type, fields, ...more } as unknown as Command
}

export function connect(from: string, kind: string, to: string, label = ''): Command {
  return {
    do: 'connect',
    id: id(`${from}${kind}${to}`),
    from: id(from),
    to: id(to),
    kind,
    label,
  } as unknown as Command
}

export function prose(section: string, text: string): Command {
  return { do: 'prose', section, blocks: [{ kind: 'paragraph', runs: [{ text }] }] } as unknown as Command
}
