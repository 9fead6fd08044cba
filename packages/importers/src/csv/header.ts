/** What a column may hold. */
export type Column =
  | 'id'
  | 'name'
  | 'kind'
  | 'technology'
  | 'group'
  | 'criticality'
  | 'notes'
  | 'link'
  | 'from'
  | 'to'
  | 'label'

const NAMES: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'key', 'identifier'],
  name: ['name', 'component', 'service', 'item', 'title', 'application', 'app'],
  kind: ['kind', 'type', 'relation', 'relationship'],
  technology: ['technology', 'tech', 'stack', 'product'],
  group: [
    'group',
    'boundary',
    'team',
    'owner',
    'owner team',
    'zone',
    'region',
    'domain',
    'system',
    'namespace',
  ],
  criticality: ['criticality', 'tier', 'critical'],
  notes: ['notes', 'note', 'description', 'comment', 'comments'],
  link: ['link', 'url', 'href', 'documentation'],
  from: ['from', 'source', 'caller', 'parent', 'consumer'],
  to: ['to', 'target', 'destination', 'callee', 'child', 'provider', 'depends on', 'calls'],
  label: ['label', 'protocol', 'words', 'via', 'description', 'interaction'],
}

export type Header = ReadonlyMap<Column, number>

/** What a line of names says of the columns below it; null for a line that is no such. */
export function headerOf(cells: readonly string[]): Header | null {
  const plain = cells.map((cell) => cell.toLowerCase().replace(/[_-]+/g, ' ').trim())
  const find = (column: Column): number => {
    for (const name of NAMES[column]) {
      const at = plain.indexOf(name)
      if (at >= 0) return at
    }
    return -1
  }
  const out = new Map<Column, number>()
  const isArrows = find('from') >= 0 && find('to') >= 0 && find('from') !== find('to')
  if (!isArrows && find('name') < 0) return null
  const columns: readonly Column[] = isArrows
    ? ['from', 'to', 'label', 'kind']
    : ['id', 'name', 'kind', 'technology', 'group', 'criticality', 'notes', 'link']
  for (const column of columns) if (find(column) >= 0) out.set(column, find(column))
  return out
}
