import type { Position } from '../result.ts'
import type { Labelled } from '../system/labels.ts'

export interface Workload {
  readonly key: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
  /** labels of its pods, which services select by */
  readonly labels: ReadonlyMap<string, string>
  /** what its labels and annotations say of who looks after it */
  readonly about: Labelled
  readonly image: string
  readonly command: readonly string[]
  /** values of settings; they never leave this folder */
  readonly environment: ReadonlyMap<string, string>
  /** config maps whose files it reads */
  readonly mounts: readonly string[]
  readonly position: Position | null
}

export interface Service {
  readonly key: string
  readonly name: string
  readonly namespace: string
  readonly selector: ReadonlyMap<string, string>
  /** the host outside that it stands for, or '' */
  readonly externalName: string
  readonly position: Position | null
}

/** A way in from outside: an Ingress or a Gateway. */
export interface Entry {
  readonly key: string
  readonly name: string
  readonly namespace: string
  readonly technology: string
  readonly hosts: readonly string[]
  readonly backends: readonly Backend[]
}

export interface Backend {
  readonly service: string
  readonly namespace: string
  readonly label: string
  readonly position: Position | null
}

/** Rules that lead from gateways to services. */
export interface Route {
  readonly namespace: string
  readonly parents: readonly { readonly name: string; readonly namespace: string }[]
  readonly backends: readonly Backend[]
}

export interface Cluster {
  readonly workloads: readonly Workload[]
  readonly services: readonly Service[]
  readonly entries: readonly Entry[]
  readonly routes: readonly Route[]
  /** namespace/name -> settings */
  readonly configMaps: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly namespaces: readonly string[]
  /** key -> the line where it begins */
  readonly lines: ReadonlyMap<string, number>
}
