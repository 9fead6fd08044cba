import { at, type ImportNote } from '../result.ts'
import { get, textOf, textsOf, type YamlEntry, type YamlValue } from '../yaml/yaml-value.ts'
import { interpolate, type Variables } from './interpolate.ts'
import type { ComposeService, Reference } from './service.ts'

/** One service, with a note for what is odd about it; null where there is nothing to read. */
export function readService(
  name: string,
  entry: YamlEntry,
  variables: Variables,
  notes: ImportNote[],
): ComposeService | null {
  const { value, position } = entry
  if (value.kind !== 'mapping') {
    const blank = value.kind === 'scalar' && value.text === null
    if (!blank) {
      notes.push({
        message: `“${short(name)}” is not described as a service and was left out.`,
        ...at(position),
      })
      return null
    }
    notes.push({ message: `“${short(name)}” is named but not described.`, ...at(position) })
  }
  const fill = (text: string): string => interpolate(text, variables)
  const build = get(value, 'build')
  return {
    name,
    position,
    base: baseOf(value),
    image: fill(textOf(get(value, 'image')) ?? ''),
    build: fill(textOf(build) ?? textOf(get(build, 'context')) ?? (build ? '.' : '')),
    hosts: [name, ...hostsOf(value).map(fill)],
    command: [...textsOf(get(value, 'entrypoint')), ...textsOf(get(value, 'command'))].map(fill),
    environment: pairsOf(get(value, 'environment'), variables, true),
    labels: pairsOf(get(value, 'labels'), variables, false),
    dependsOn: referencesOf(get(value, 'depends_on')),
    links: referencesOf(get(value, 'links')),
  }
}

function hostsOf(service: YamlValue): string[] {
  const names = [textOf(get(service, 'hostname')), textOf(get(service, 'container_name'))]
  const networks = get(service, 'networks')
  if (networks?.kind === 'mapping') {
    for (const { value } of networks.entries().values()) names.push(...textsOf(get(value, 'aliases')))
  }
  return names.filter((name) => name !== undefined)
}

/** `- NAME=value`, `- NAME` and `NAME: value` alike; a name without value takes it from the `.env` file, as compose does. */
function pairsOf(
  value: YamlValue | undefined,
  variables: Variables,
  fromOutside: boolean,
): ReadonlyMap<string, string | null> {
  const out = new Map<string, string | null>()
  const put = (name: string, given: string | null | undefined): void => {
    const known = given ?? (fromOutside ? variables.get(name) : undefined)
    out.set(name, known === undefined ? null : interpolate(known, variables))
  }
  if (value?.kind === 'mapping') {
    for (const [name, entry] of value.entries()) put(name, textOf(entry.value))
  } else {
    for (const line of textsOf(value)) {
      const cut = line.indexOf('=')
      if (cut < 0) put(line, null)
      else put(line.slice(0, cut), line.slice(cut + 1))
    }
  }
  return out
}

/** `- db`, `- db:database` and `db: {condition: …}` alike. */
function referencesOf(value: YamlValue | undefined): Reference[] {
  if (value?.kind === 'mapping')
    return [...value.entries()].map(([name, entry]) => ({ name, alias: null, position: entry.position }))
  const values = value?.kind === 'list' ? value.items() : value ? [value] : []
  return values.flatMap((one) => {
    const [name = '', alias = null] = (textOf(one) ?? '').split(':', 2)
    return name === '' ? [] : [{ name, alias, position: one.position }]
  })
}

function baseOf(service: YamlValue): ComposeService['base'] {
  const entry = service.kind === 'mapping' ? service.entries().get('extends') : undefined
  if (!entry) return null
  const base = textOf(entry.value) ?? textOf(get(entry.value, 'service')) ?? 'another service'
  return { service: base, file: textOf(get(entry.value, 'file')) ?? null, position: entry.position }
}

function short(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words
}
