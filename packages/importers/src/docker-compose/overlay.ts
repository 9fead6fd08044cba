import { at, type ImportNote } from '../result.ts'
import type { ComposeFile, ComposeService, Reference } from './service.ts'

/** A file laid over another, as compose does it: what is said again counts, lists and settings come together. */
export function overlay(below: ComposeFile, above: ComposeFile): ComposeFile {
  const services = new Map(below.services.map((one) => [one.name, one]))
  for (const one of above.services) {
    const known = services.get(one.name)
    services.set(one.name, known ? merged(known, one) : one)
  }
  return { project: above.project === '' ? below.project : above.project, services: [...services.values()] }
}

/** Services that build on another one of the same files get what that one has; adds a note for those that build on others. */
export function resolveBases(
  file: ComposeFile,
  names: ReadonlySet<string>,
  notes: ImportNote[],
): ComposeFile {
  const services = new Map(file.services.map((one) => [one.name, one]))
  const done = new Map<string, ComposeService>()
  const resolve = (start: ComposeService): ComposeService => {
    const path: ComposeService[] = []
    let at: ComposeService | undefined = start
    while (at && !done.has(at.name) && !path.includes(at)) {
      path.push(at)
      at = baseOf(at, services, names)
    }
    // what comes back to itself builds on nothing
    let base = at && !path.includes(at) ? done.get(at.name) : undefined
    for (const one of path.reverse()) {
      base = base ? merged(base, one) : one
      done.set(one.name, base)
    }
    return done.get(start.name) ?? start
  }
  for (const one of file.services) if (one.base && !baseOf(one, services, names)) notes.push(noteOn(one))
  return { ...file, services: file.services.map(resolve) }
}

function baseOf(
  service: ComposeService,
  services: ReadonlyMap<string, ComposeService>,
  names: ReadonlySet<string>,
): ComposeService | undefined {
  const { base } = service
  if (!base || base.service === service.name) return undefined
  if (base.file !== null && !names.has(base.file.split('/').at(-1) ?? '')) return undefined
  return services.get(base.service)
}

function noteOn({ name, base }: ComposeService): ImportNote {
  const where = base?.file ? ` in ${short(base.file)}` : ''
  const message = `“${short(name)}” builds on “${short(base?.service ?? '')}”${where}; only what stands here was read.`
  return { message, ...at(base?.position ?? null) }
}

function merged(below: ComposeService, above: ComposeService): ComposeService {
  return {
    name: above.name,
    position: above.position,
    base: above.base ?? null,
    image: above.image === '' ? below.image : above.image,
    build: above.build === '' ? below.build : above.build,
    hosts: [...new Set([...above.hosts, ...below.hosts.filter((host) => host !== below.name)])],
    command: above.command.length === 0 ? below.command : above.command,
    environment: new Map([...below.environment, ...above.environment]),
    labels: new Map([...below.labels, ...above.labels]),
    dependsOn: together(below.dependsOn, above.dependsOn),
    links: together(below.links, above.links),
  }
}

function together(below: readonly Reference[], above: readonly Reference[]): Reference[] {
  return [...new Map([...below, ...above].map((one) => [`${one.name}:${one.alias ?? ''}`, one])).values()]
}

function short(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words
}
