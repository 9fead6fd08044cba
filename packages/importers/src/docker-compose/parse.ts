import { at, failure, type ImportError, type ImportNote } from '../result.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { Entangled, get, textOf, type YamlValue } from '../yaml/yaml-value.ts'
import type { Variables } from './interpolate.ts'
import { readService } from './read-service.ts'
import type { ComposeFile, ComposeService } from './service.ts'

export type ParsedCompose =
  | { readonly ok: true; readonly file: ComposeFile; readonly notes: readonly ImportNote[] }
  | { readonly ok: false; readonly error: ImportError }

/** More than a map can show; the largest real files have a few hundred. */
export const MOST_SERVICES = 500

/** Reads a compose file. Never throws: text that is no compose file gives a sentence with line and column. */
export function parseCompose(text: string, variables: Variables): ParsedCompose {
  const yaml = readYaml(text)
  if (!yaml.ok) return yaml
  try {
    return readFile(yaml.root, variables)
  } catch (error) {
    if (!(error instanceof Entangled)) throw error
    const words = 'The references (anchors and aliases) in this file unfold into too much. Nothing was added.'
    return failure('too-entangled', words, error.position)
  }
}

function readFile(root: YamlValue, variables: Variables): ParsedCompose {
  if (root.kind !== 'mapping')
    return failure(
      'not-a-mapping',
      'A compose file is a mapping with “services”; this is not.',
      root.position,
    )
  const services = root.entries().get('services')
  if (!services) return failure('no-services', 'There is no “services” in this file.', root.position)
  if (services.value.kind !== 'mapping') {
    const words = `“services” should name the services, one under the other; here it is a ${nounOf(services.value)}.`
    return failure('no-services', words, services.value.position ?? services.position)
  }
  const named = services.value.entries()
  if (named.size === 0) return failure('no-services', '“services” is empty.', services.position)
  if (named.size > MOST_SERVICES) {
    const words = `This file names ${named.size} services; at most ${MOST_SERVICES} can be imported at once.`
    return failure('too-many', words, services.position)
  }
  const notes: ImportNote[] = fileNotes(root)
  const read: ComposeService[] = []
  for (const [name, entry] of named) {
    const service = readService(name, entry, variables, notes)
    if (service) read.push(service)
  }
  return { ok: true, file: { project: textOf(get(root, 'name')) ?? '', services: read }, notes }
}

function fileNotes(root: YamlValue): ImportNote[] {
  const include = root.kind === 'mapping' ? root.entries().get('include') : undefined
  if (!include) return []
  return [{ message: 'Other files that this one includes were not read.', ...at(include.position) }]
}

function nounOf(value: YamlValue): string {
  if (value.kind === 'list') return 'list'
  return value.kind === 'scalar' && value.text === null ? 'blank' : 'text'
}
