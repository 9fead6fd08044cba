import type { ComponentKind } from '@second-story/board'
import { at, type ImportNote } from '../result.ts'
import { addressArrow } from '../system/address-arrow.ts'
import { type Address, addressesIn, addressesInWords } from '../system/addresses.ts'
import { type DraftArrow, type DraftComponent, plainComponent, type SystemDraft } from '../system/draft.ts'
import { guessKind } from '../system/guess-kind.ts'
import { imageName } from '../system/image.ts'
import { withoutFlood } from '../system/without-flood.ts'
import { titleOf } from '../text/title-of.ts'
import { Hosts } from './hosts.ts'
import type { Backend, Cluster, Workload } from './objects.ts'

/** What manifests say of a system: workloads are components, namespaces boundaries, addresses and routes arrows. */
export function toDraft(cluster: Cluster, file: string, notes: ImportNote[]): SystemDraft {
  const hosts = new Hosts(cluster)
  const outside = new Map<string, DraftComponent>()
  const components: DraftComponent[] = cluster.workloads.map((one) => workload(one))
  for (const service of hosts.bare) {
    const kind = service.externalName === '' ? 'unknown' : 'external'
    if (kind === 'unknown')
      notes.push({
        message: `“${service.name.slice(0, 60)}” leads to nothing that is in this file.`,
        ...at(service.position),
      })
    components.push(
      plainComponent(service.key, service.name, kind, {
        technology: service.externalName,
        group: groupKey(service.namespace),
      }),
    )
  }
  for (const entry of cluster.entries)
    components.push(
      plainComponent(entry.key, entry.name, 'gateway', {
        technology: entry.technology,
        notes: [...new Set(entry.hosts)].slice(0, 20).join('\n'),
        group: groupKey(entry.namespace),
      }),
    )
  const kinds = new Map(components.map((one) => [one.key, one.kind]))
  const arrows: DraftArrow[] = cluster.workloads.flatMap((one) => addressArrows(one, cluster, hosts, kinds))
  const lead = (from: string, backend: Backend): void => {
    const to = hosts.service(backend.service, backend.namespace) ?? undescribed(backend, outside, notes)
    arrows.push({ from, to, kind: 'calls', label: backend.label })
  }
  for (const entry of cluster.entries) for (const backend of entry.backends) lead(entry.key, backend)
  for (const route of cluster.routes) {
    const parents = route.parents.filter((one) => kinds.has(`${one.namespace}/Gateway/${one.name}`))
    for (const { name, namespace } of parents)
      for (const backend of route.backends) lead(`${namespace}/Gateway/${name}`, backend)
    if (parents.length === 0)
      notes.push({ message: 'A route belongs to no gateway that is in this file and was left out.' })
  }
  const names = new Map(components.map((one) => [one.key, one.name]))
  return {
    title: titleOf(file),
    file,
    components: [...components, ...outside.values()],
    arrows: withoutFlood(arrows, kinds, notes, (key) => names.get(key) ?? key),
    groups: cluster.namespaces
      .filter((namespace) => components.some((one) => one.group === groupKey(namespace)))
      .map((namespace) => ({
        key: groupKey(namespace) ?? '',
        name: namespace,
        kind: 'system',
        group: null,
      })),
  }
}

function groupKey(namespace: string): string | null {
  return namespace === '' ? null : ` namespace ${namespace}`
}

function workload(one: Workload): DraftComponent {
  const image = imageName(one.image)
  const guessed = guessKind(image?.base ?? '', one.name)
  const job = one.kind === 'Job' || one.kind === 'CronJob'
  const kind: ComponentKind = guessed === 'client' ? 'client' : job ? 'job' : (guessed ?? 'service')
  const version = image?.version ?? ''
  const named = image && image.base !== one.name ? image.base : version === '' ? '' : 'image'
  return plainComponent(one.key, one.name, kind, {
    ...one.about,
    technology: `${named} ${version}`.trim(),
    group: groupKey(one.namespace),
  })
}

function addressArrows(
  from: Workload,
  cluster: Cluster,
  hosts: Hosts,
  kinds: ReadonlyMap<string, ComponentKind>,
): DraftArrow[] {
  const out = new Map<string, DraftArrow>()
  const add = ({ host, scheme }: Address, setting: string): void => {
    const to = hosts.find(host, from.namespace)
    if (to === undefined || to === from.key) return
    const arrow = addressArrow({ from: from.key, name: from.name, to, kinds, scheme, setting })
    const key = `${to}\n${arrow.kind}`
    const known = out.get(key)
    if (!known || (known.label === '' && arrow.label !== '')) out.set(key, arrow)
  }
  for (const [name, value] of from.environment)
    for (const address of addressesIn(value, name)) add(address, name)
  for (const address of addressesInWords(from.command.join(' '))) add(address, '')
  for (const mount of from.mounts)
    for (const text of cluster.configMaps.get(`${from.namespace}/${mount}`)?.values() ?? [])
      for (const address of addressesInWords(text)) add(address, '')
  return [...out.values()]
}

function undescribed(backend: Backend, outside: Map<string, DraftComponent>, notes: ImportNote[]): string {
  const key = `${backend.namespace}/Service/${backend.service}`
  if (!outside.has(key)) {
    outside.set(
      key,
      plainComponent(key, backend.service, 'unknown', {
        notes: 'Named in the file but not described there.',
        group: groupKey(backend.namespace),
      }),
    )
    const message = `“${backend.service.slice(0, 60)}” is named here but not described.`
    notes.push({ message, ...at(backend.position) })
  }
  return key
}
