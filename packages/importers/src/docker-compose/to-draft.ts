import type { ComponentKind } from '@second-story/board'
import { at, type ImportNote } from '../result.ts'
import type { DraftComponent, SystemDraft } from '../system/draft.ts'
import { labelled } from '../system/labels.ts'
import { withoutFlood } from '../system/without-flood.ts'
import { runtimeArrows, startUpArrows } from './arrows.ts'
import { kindOf } from './kind.ts'
import type { ComposeFile, ComposeService } from './service.ts'
import { technologyOf } from './technology.ts'

/** What a compose file says of the system; adds to `notes` what it names and does not describe. */
export function toDraft(file: ComposeFile, fileName: string, notes: ImportNote[]): SystemDraft {
  const kinds = new Map<string, ComponentKind>()
  for (const service of file.services) kinds.set(service.name, kindOf(service))
  const dangling = undescribed(file.services, notes)
  for (const name of dangling) kinds.set(name, 'unknown')
  return {
    title: file.project !== '' ? file.project : titleFrom(fileName),
    file: fileName,
    components: [
      ...file.services.map((service) =>
        component(service, kinds.get(service.name) ?? 'service', file.services),
      ),
      ...dangling.map(unknown),
    ],
    arrows: [
      ...withoutFlood(runtimeArrows(file.services, kinds), kinds, notes),
      ...startUpArrows(file.services),
    ],
  }
}

function component(
  service: ComposeService,
  kind: ComponentKind,
  all: readonly ComposeService[],
): DraftComponent {
  return {
    key: service.name,
    name: service.name,
    kind,
    technology: technologyOf(service, kind, all),
    criticality: criticalityOf(service),
    ownerTeam: labelled(service.labels).ownerTeam,
    notes: '',
  }
}

function unknown(name: string): DraftComponent {
  const notes = 'Named in the file but not described there.'
  return { key: name, name, kind: 'unknown', technology: '', criticality: '', notes }
}

// real files carry it in the attributes of their telemetry: `…,service.criticality=high`
function criticalityOf(service: ComposeService): string {
  const attributes = service.environment.get('OTEL_RESOURCE_ATTRIBUTES') ?? ''
  const said = /(?:^|,)service\.criticality=([\w -]{1,40})/.exec(attributes)?.[1]
  return said ?? labelled(service.labels).criticality
}

function undescribed(services: readonly ComposeService[], notes: ImportNote[]): string[] {
  const described = new Set(services.map((service) => service.name))
  const out = new Set<string>()
  for (const service of services) {
    for (const other of [...service.dependsOn, ...service.links]) {
      if (described.has(other.name) || out.has(other.name)) continue
      out.add(other.name)
      notes.push({
        message: `“${other.name.slice(0, 60)}” is named here but not described.`,
        ...at(other.position),
      })
    }
  }
  return [...out]
}

/** "sock-shop.docker-compose.yml" tells of the sock-shop; a plain "compose.yaml" only of itself. */
export function titleFrom(fileName: string): string {
  const bare = fileName.replace(/\.ya?ml$/i, '').replace(/[._-]?(?:docker-)?compose(?:[._-].*)?$/i, '')
  return bare === '' ? fileName : bare
}
