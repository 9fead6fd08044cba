import { at, failure, type ImportNote, type Position } from '../result.ts'
import { readYamlDocuments } from '../yaml/read-yaml.ts'
import { Entangled, get, textOf, type YamlValue } from '../yaml/yaml-value.ts'
import type { Cluster, Entry, Route, Service, Workload } from './objects.ts'
import { readGateway, readIngress, readRoute } from './read-entry.ts'
import { itemsOf, readWorkload, textMap } from './read-workload.ts'

const WORKLOADS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'ReplicaSet', 'Pod'])
const ROUTES = new Set(['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'])
/** Objects within lists within lists. */
const MOST_LISTS = 3
/** Kinds named in a note. */
const MOST_KINDS = 12

type Parsed =
  | { readonly ok: true; readonly cluster: Cluster; readonly notes: readonly ImportNote[] }
  | ReturnType<typeof failure>

/** Reads manifests, any number of documents. Never throws. Secrets are not looked at. */
export function parseManifests(text: string): Parsed {
  const yaml = readYamlDocuments(text)
  const isTemplate = /\{\{-? *[.\w]/.test(text)
  if (!yaml.ok) return isTemplate ? helm(yaml) : yaml
  try {
    const read = readCluster(yaml.roots)
    return read.ok || !isTemplate ? read : helm(read)
  } catch (error) {
    if (!(error instanceof Entangled)) throw error
    const words = 'The references (anchors and aliases) in this file unfold into too much. Nothing was added.'
    return failure('too-entangled', words, error.position)
  }
}

function helm(error: ReturnType<typeof failure>): ReturnType<typeof failure> {
  const message = `${error.error.message} It looks like a template: bring what “helm template” makes of it.`
  return { ok: false, error: { ...error.error, message } }
}

interface Found {
  readonly value: YamlValue
  readonly kind: string
  readonly name: string
  readonly namespace: string
}

function readCluster(roots: readonly YamlValue[]): Parsed {
  const notes: ImportNote[] = []
  const objects = roots.flatMap((root) => objectsIn(root, notes, 0))
  if (objects.length === 0) {
    const words = 'There are no Kubernetes objects with a kind and a name in this file.'
    return failure('nothing-to-draw', words, roots[0]?.position ?? null)
  }
  const configMaps = new Map<string, ReadonlyMap<string, string>>()
  for (const { value, kind, name, namespace } of objects)
    if (kind === 'ConfigMap') configMaps.set(`${namespace}/${name}`, textMap(get(value, 'data')))
  const workloads = new Map<string, Workload>()
  const services = new Map<string, Service>()
  const entries = new Map<string, Entry>()
  const routes: Route[] = []
  const others = new Map<string, { count: number; first: Position | null }>()
  for (const one of objects) {
    const { value, kind } = one
    if (WORKLOADS.has(kind)) put(workloads, readWorkload(value, one, configMaps))
    else if (kind === 'Service') put(services, readService(value, one))
    else if (kind === 'Ingress') put(entries, readIngress(value, one))
    else if (kind === 'Gateway') put(entries, readGateway(value, one))
    else if (ROUTES.has(kind)) routes.push(readRoute(value, one))
    else if (kind !== 'ConfigMap' && kind !== 'Namespace' && kind !== 'Secret') {
      const known = others.get(kind)
      if (known) known.count++
      else others.set(kind, { count: 1, first: value.position })
    }
  }
  notes.push(...otherNotes(others))
  const cluster: Cluster = {
    workloads: [...workloads.values()],
    services: [...services.values()],
    entries: [...entries.values()],
    routes,
    configMaps,
    lines: new Map(
      objects.map(({ value, kind, name, namespace }) => [
        `${namespace}/${kind}/${name}`,
        value.position?.line ?? 1,
      ]),
    ),
    namespaces: [...new Set(objects.map((one) => one.namespace).filter((one) => one !== ''))],
  }
  return { ok: true, cluster, notes }
}

function objectsIn(root: YamlValue, notes: ImportNote[], depth: number): Found[] {
  const kind = textOf(get(root, 'kind'))
  if (kind === undefined) {
    const blank = root.kind === 'scalar' && root.text === null
    if (!blank) notes.push({ message: 'This document has no “kind” and was left out.', ...at(root.position) })
    return []
  }
  if (kind.endsWith('List') && get(root, 'items')) {
    if (depth >= MOST_LISTS) return []
    return itemsOf(get(root, 'items')).flatMap((one) => objectsIn(one, notes, depth + 1))
  }
  const metadata = get(root, 'metadata')
  const name = textOf(get(metadata, 'name'))
  if (name === undefined) {
    notes.push({ message: `A ${kind.slice(0, 40)} without a name was left out.`, ...at(root.position) })
    return []
  }
  const namespace = kind === 'Namespace' ? name : (textOf(get(metadata, 'namespace')) ?? '')
  return [{ value: root, kind, name, namespace }]
}

function readService(object: YamlValue, { name, namespace }: Found): Service {
  const spec = get(object, 'spec')
  return {
    key: `${namespace}/Service/${name}`,
    name,
    namespace,
    selector: textMap(get(spec, 'selector')),
    externalName: textOf(get(spec, 'externalName')) ?? '',
    position: object.position,
  }
}

function put<T extends { readonly key: string }>(map: Map<string, T>, one: T): void {
  map.set(one.key, one)
}

function otherNotes(
  others: ReadonlyMap<string, { readonly count: number; readonly first: Position | null }>,
): ImportNote[] {
  if (others.size === 0) return []
  const kinds = [...others].slice(0, MOST_KINDS).map(([kind, { count }]) => `${count} ${kind.slice(0, 40)}`)
  const more = others.size > MOST_KINDS ? ` and ${others.size - MOST_KINDS} kinds more` : ''
  const [first] = others.values()
  return [{ message: `No part of the map: ${kinds.join(', ')}${more}.`, ...at(first?.first ?? null) }]
}
