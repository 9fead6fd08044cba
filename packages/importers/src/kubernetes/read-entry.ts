import { get, textOf, type YamlValue } from '../yaml/yaml-value.ts'
import type { Backend, Entry, Route } from './objects.ts'
import { itemsOf } from './read-workload.ts'

interface Named {
  readonly kind: string
  readonly name: string
  readonly namespace: string
}

/** An Ingress: hosts, and the services behind its paths. */
export function readIngress(object: YamlValue, { name, namespace }: Named): Entry {
  const spec = get(object, 'spec')
  const rules = itemsOf(get(spec, 'rules'))
  const backends = rules.flatMap((rule) =>
    itemsOf(get(get(rule, 'http'), 'paths')).flatMap((path) =>
      ingressBackend(get(path, 'backend'), namespace, textOf(get(path, 'path')) ?? ''),
    ),
  )
  const fallback = get(spec, 'defaultBackend') ?? get(spec, 'backend')
  return {
    key: `${namespace}/Ingress/${name}`,
    name,
    namespace,
    technology: textOf(get(spec, 'ingressClassName')) ?? 'ingress',
    hosts: rules.flatMap((rule) => textOf(get(rule, 'host')) ?? []),
    backends: [...backends, ...ingressBackend(fallback, namespace, '')],
  }
}

/** A Gateway; what stands behind it says its routes. */
export function readGateway(object: YamlValue, { name, namespace }: Named): Entry {
  const spec = get(object, 'spec')
  return {
    key: `${namespace}/Gateway/${name}`,
    name,
    namespace,
    technology: textOf(get(spec, 'gatewayClassName')) ?? 'gateway',
    hosts: itemsOf(get(spec, 'listeners')).flatMap((one) => textOf(get(one, 'hostname')) ?? []),
    backends: [],
  }
}

/** An HTTPRoute, GRPCRoute, TCPRoute, TLSRoute or UDPRoute. */
export function readRoute(object: YamlValue, { kind, namespace }: Named): Route {
  const spec = get(object, 'spec')
  const protocol = kind === 'HTTPRoute' ? '' : kind.replace('Route', '').toLowerCase()
  return {
    namespace,
    parents: itemsOf(get(spec, 'parentRefs')).flatMap((one) => {
      const name = textOf(get(one, 'name'))
      return name === undefined ? [] : [{ name, namespace: textOf(get(one, 'namespace')) ?? namespace }]
    }),
    backends: itemsOf(get(spec, 'rules')).flatMap((rule) => {
      const path = textOf(get(get(itemsOf(get(rule, 'matches'))[0], 'path'), 'value')) ?? ''
      return itemsOf(get(rule, 'backendRefs')).flatMap((one) => {
        const service = textOf(get(one, 'name'))
        if (service === undefined) return []
        const label = protocol === '' ? pathLabel(path) : protocol
        return [
          { service, namespace: textOf(get(one, 'namespace')) ?? namespace, label, position: one.position },
        ]
      })
    }),
  }
}

function ingressBackend(backend: YamlValue | undefined, namespace: string, path: string): Backend[] {
  const service = textOf(get(get(backend, 'service'), 'name')) ?? textOf(get(backend, 'serviceName'))
  if (service === undefined) return []
  return [{ service, namespace, label: pathLabel(path), position: backend?.position ?? null }]
}

function pathLabel(path: string): string {
  return path === '/' ? '' : path.slice(0, 60)
}
