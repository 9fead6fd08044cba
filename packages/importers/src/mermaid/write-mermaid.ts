import { ARROW_LOOKS, type ComponentKind } from '@second-story/board'
import {
  type DrawnArrow,
  type DrawnComponent,
  type DrawnGroup,
  type DrawnSystem,
  oneLine,
} from '../drawn/drawn-system.ts'

/** How kinds are bracketed; the others are boxes. */
const BRACKETS: Partial<Readonly<Record<ComponentKind, readonly [string, string]>>> = {
  datastore: ['[(', ')]'],
  cache: ['[(', ')]'],
  client: ['([', '])'],
  role: ['([', '])'],
  external: ['[[', ']]'],
  gateway: ['{{', '}}'],
}

/** A system as a Mermaid flowchart, as wikis and issue trackers draw it. Words of people are text in it, never syntax. */
export function writeMermaid(system: DrawnSystem): string {
  const title = oneLine(system.title)
  const head = title === '' ? [] : ['---', `title: ${isPlain(title) ? title : JSON.stringify(title)}`, '---']
  return `${[
    ...head,
    'flowchart LR',
    ...system.groups.flatMap((group) => groupLines(group, '  ')),
    ...system.components.map((one) => `  ${nodeOf(one)}`),
    ...system.arrows.map((arrow) => `  ${arrowOf(arrow)}`),
  ].join('\n')}\n`
}

function groupLines(group: DrawnGroup, indent: string): string[] {
  return [
    `${indent}subgraph ${group.key} ["${escaped(group.item.name || 'Boundary')}"]`,
    ...group.groups.flatMap((one) => groupLines(one, `${indent}  `)),
    ...group.components.map((one) => `${indent}  ${nodeOf(one)}`),
    `${indent}end`,
  ]
}

function nodeOf({ item, key }: DrawnComponent): string {
  if (item.kind === 'queue') return `${key}@{ shape: h-cyl, label: "${labelOf(item.name, item.technology)}" }`
  const [open, close] = BRACKETS[item.kind] ?? ['[', ']']
  return `${key}${open}"${labelOf(item.name, item.technology)}"${close}`
}

function labelOf(name: string, technology: string): string {
  const lines = [name || 'unnamed', technology].filter((one) => one !== '')
  return lines.map(escaped).join('<br/>')
}

function arrowOf({ relation, from, to, words }: DrawnArrow): string {
  const { line, head } = ARROW_LOOKS[relation.kind]
  const isDashed = line !== 'solid'
  const shaft = head === 'none' ? (isDashed ? '-.-' : '---') : isDashed ? '-.->' : '-->'
  const said = escaped(words)
  return said === '' ? `${from} ${shaft} ${to}` : `${from} ${shaft}|"${said}"| ${to}`
}

/** As Mermaid writes characters that mean something to it, or to the HTML it draws with. */
function escaped(words: string): string {
  return oneLine(words).replace(/[#"<>&`\\]/g, (one) => `#${one.codePointAt(0) ?? 0};`)
}

/** Words that YAML takes as they stand. */
function isPlain(words: string): boolean {
  return (
    /^[\p{L}][\p{L}\p{N} ,.()'/–-]*$/u.test(words) && !/^(?:true|false|null|yes|no|on|off|~)$/i.test(words)
  )
}
