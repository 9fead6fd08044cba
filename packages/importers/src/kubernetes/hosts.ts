import type { Cluster, Service, Workload } from './objects.ts'

/** Whom the names of a cluster mean. */
export class Hosts {
  /** services with no workload in the file */
  readonly bare: readonly Service[]
  readonly #targets = new Map<string, string>()

  constructor(cluster: Cluster) {
    const bare: Service[] = []
    const byLabel = labelIndex(cluster.workloads)
    for (const service of cluster.services) {
      const target = selected(service, byLabel)
      if (!target) bare.push(service)
      this.#targets.set(`${service.namespace}/${service.name}`.toLowerCase(), target?.key ?? service.key)
    }
    this.bare = bare
  }

  /** The component behind a service. */
  service(name: string, namespace: string): string | undefined {
    return this.#targets.get(`${namespace}/${name}`.toLowerCase())
  }

  /** `db`, `db.data`, `db.data.svc.cluster.local`, and one pod of it: `db-0.db`. */
  find(host: string, namespace: string): string | undefined {
    const [first = '', second, third] = host.split('.')
    if (second === undefined) return this.service(first, namespace)
    if (third === undefined || third === 'svc')
      return this.service(first, second) ?? this.service(second, namespace)
    return this.service(second, third)
  }
}

type Labelled = ReadonlyMap<string, readonly Workload[]>

function labelIndex(workloads: readonly Workload[]): Labelled {
  const out = new Map<string, Workload[]>()
  for (const one of workloads) {
    for (const [label, value] of one.labels) {
      const key = `${one.namespace}\n${label}\n${value}`
      const list = out.get(key)
      if (list) list.push(one)
      else out.set(key, [one])
    }
  }
  return out
}

function selected(service: Service, byLabel: Labelled): Workload | undefined {
  let fewest: readonly Workload[] | undefined
  for (const [label, value] of service.selector) {
    const found = byLabel.get(`${service.namespace}\n${label}\n${value}`) ?? []
    if (!fewest || found.length < fewest.length) fewest = found
  }
  const all = (fewest ?? []).filter((one) =>
    [...service.selector].every(([label, value]) => one.labels.get(label) === value),
  )
  return all.find((one) => one.name === service.name) ?? all[0]
}
