import { labelled } from '../system/labels.ts'
import { get, textOf, textsOf, type YamlValue } from '../yaml/yaml-value.ts'
import type { Workload } from './objects.ts'

type ConfigMaps = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Containers that a mesh or an agent puts beside the one that matters. */
const SIDECAR = /^(?:istio-proxy|linkerd-proxy|envoy-sidecar|vault-agent|fluent-bit|cloud-?sql-proxy)$/

/** A Deployment, StatefulSet, DaemonSet, Job, CronJob, ReplicaSet or bare Pod. */
export function readWorkload(
  object: YamlValue,
  { kind, name, namespace }: { readonly kind: string; readonly name: string; readonly namespace: string },
  configMaps: ConfigMaps,
): Workload {
  const spec = get(object, 'spec')
  const template =
    kind === 'Pod'
      ? object
      : kind === 'CronJob'
        ? get(get(get(spec, 'jobTemplate'), 'spec'), 'template')
        : get(spec, 'template')
  const pod = get(template, 'spec')
  const containers = itemsOf(get(pod, 'containers'))
  const main =
    containers.find((one) => textOf(get(one, 'name')) === name) ??
    containers.find((one) => !SIDECAR.test(textOf(get(one, 'name')) ?? '')) ??
    containers[0]
  const environment = new Map<string, string>()
  for (const one of containers) readEnvironment(one, namespace, configMaps, environment)
  return {
    key: `${namespace}/${kind}/${name}`,
    kind,
    name,
    namespace,
    labels: textMap(get(get(template, 'metadata'), 'labels')),
    about: labelled([
      ...textMap(get(get(object, 'metadata'), 'annotations')),
      ...textMap(get(get(object, 'metadata'), 'labels')),
      ...textMap(get(get(template, 'metadata'), 'labels')),
    ]),
    image: textOf(get(main, 'image')) ?? '',
    command: containers.flatMap((one) => [...textsOf(get(one, 'command')), ...textsOf(get(one, 'args'))]),
    environment,
    mounts: mountsOf(pod),
    position: object.position,
  }
}

export function itemsOf(value: YamlValue | undefined): readonly YamlValue[] {
  return value?.kind === 'list' ? value.items() : []
}

export function textMap(value: YamlValue | undefined): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  if (value?.kind !== 'mapping') return out
  for (const [key, entry] of value.entries()) {
    const text = textOf(entry.value)
    if (text !== undefined) out.set(key, text)
  }
  return out
}

function readEnvironment(
  container: YamlValue,
  namespace: string,
  configMaps: ConfigMaps,
  out: Map<string, string>,
): void {
  for (const source of itemsOf(get(container, 'envFrom'))) {
    const name = textOf(get(get(source, 'configMapRef'), 'name'))
    const prefix = textOf(get(source, 'prefix')) ?? ''
    for (const [key, value] of configMaps.get(`${namespace}/${name ?? ''}`) ?? [])
      out.set(prefix + key, value)
  }
  for (const one of itemsOf(get(container, 'env'))) {
    const name = textOf(get(one, 'name'))
    if (name === undefined) continue
    const reference = get(get(one, 'valueFrom'), 'configMapKeyRef')
    const map = configMaps.get(`${namespace}/${textOf(get(reference, 'name')) ?? ''}`)
    const value = textOf(get(one, 'value')) ?? map?.get(textOf(get(reference, 'key')) ?? '')
    // "$(NAME)" stands for a setting above it
    if (value !== undefined)
      out.set(
        name,
        value.slice(0, 20_000).replace(/\$\((\w+)\)/g, (whole, other: string) => {
          const filled = out.get(other) ?? whole
          return filled.length > 500 ? whole : filled
        }),
      )
  }
}

function mountsOf(pod: YamlValue | undefined): string[] {
  return itemsOf(get(pod, 'volumes')).flatMap((volume) => textOf(get(get(volume, 'configMap'), 'name')) ?? [])
}
