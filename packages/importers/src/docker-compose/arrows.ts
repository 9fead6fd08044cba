import type { ComponentKind } from '@second-story/board'
import { addressArrow } from '../system/address-arrow.ts'
import { type Address, addressesIn, addressesInWords, hostHint } from '../system/addresses.ts'
import type { DraftArrow } from '../system/draft.ts'
import type { ComposeService } from './service.ts'

/** Arrows while the system runs, read from links and from settings and commands that name another's host. */
export function runtimeArrows(
  services: readonly ComposeService[],
  kinds: ReadonlyMap<string, ComponentKind>,
): DraftArrow[] {
  const hosts = hostsOf(services)
  const out = new Map<string, DraftArrow>()
  for (const service of services) {
    const mine = withLinks(hosts, service)
    const add = (address: Address, setting: string): void => {
      const to = mine.get(address.host.toLowerCase()) ?? hinted(address.host, mine)
      if (to === undefined || to === service.name) return
      const arrow = addressArrow({ from: service.name, to, kinds, scheme: address.scheme, setting })
      const key = `${service.name}\n${to}\n${arrow.kind}`
      const known = out.get(key)
      if (!known || (known.label === '' && arrow.label !== '')) out.set(key, arrow)
    }
    for (const link of service.links) add({ host: link.name, scheme: '' }, '')
    for (const [name, value] of service.environment) {
      if (value === null) add({ host: `\${${name}}`, scheme: '' }, name)
      else for (const address of addressesIn(value, name)) add(address, name)
    }
    for (const address of addressesInWords(service.command.join(' '))) add(address, '')
  }
  return [...out.values()]
}

/** Arrows of start-up order: kept, and quiet, since most of them say little about the system at work. */
export function startUpArrows(services: readonly ComposeService[]): DraftArrow[] {
  return services.flatMap((service) =>
    service.dependsOn
      .filter((other) => other.name !== service.name)
      .map((other): DraftArrow => ({ from: service.name, to: other.name, kind: 'depends-on', label: '' })),
  )
}

function hostsOf(services: readonly ComposeService[]): ReadonlyMap<string, string> {
  const hosts = new Map<string, string>()
  for (const service of services) hosts.set(service.name.toLowerCase(), service.name)
  for (const service of services) {
    for (const host of service.hosts)
      if (!hosts.has(host.toLowerCase())) hosts.set(host.toLowerCase(), service.name)
  }
  return hosts
}

function withLinks(hosts: ReadonlyMap<string, string>, service: ComposeService): ReadonlyMap<string, string> {
  const aliased = service.links.filter((link) => link.alias !== null)
  if (aliased.length === 0) return hosts
  return new Map([
    ...hosts,
    ...aliased.map((link): [string, string] => [(link.alias ?? '').toLowerCase(), link.name]),
  ])
}

// a name that was not filled in still says whom it means, if a service is called so
function hinted(host: string, hosts: ReadonlyMap<string, string>): string | undefined {
  const hint = host.startsWith('${') ? hostHint(host) : null
  return hint === null ? undefined : hosts.get(hint)
}
