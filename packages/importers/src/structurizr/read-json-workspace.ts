import { listIn, textIn } from '../json/json-value.ts'
import { labelled } from '../system/labels.ts'
import { get, textOf, type YamlValue } from '../yaml/yaml-value.ts'
import type { Element, ElementType, Workspace, WorkspaceRelation } from './workspace.ts'

/** The model of a workspace as Structurizr exports it; what is derived from other relations is left out. */
export function readJsonWorkspace(root: YamlValue): Workspace {
  const model = get(root, 'model')
  const elements: Element[] = []
  const relations: WorkspaceRelation[] = []
  const read = (value: YamlValue, type: ElementType, parent: string | null): string => {
    const id = textIn(value, 'id')
    elements.push({
      id,
      type,
      name: textIn(value, 'name') || id,
      description: textIn(value, 'description'),
      technology: textIn(value, 'technology'),
      tags: [
        ...textIn(value, 'tags')
          .split(',')
          .map((tag) => tag.trim()),
        ...(textIn(value, 'location') === 'External' ? ['External'] : []),
      ],
      parent,
      groups: textIn(value, 'group')
        .split('/')
        .filter((one) => one !== ''),
      url: textIn(value, 'url'),
      about: labelled(propertiesOf(value)),
      position: value.position,
    })
    for (const one of listIn(value, 'relationships')) {
      if (textIn(one, 'linkedRelationshipId') !== '') continue
      relations.push({
        from: textIn(one, 'sourceId') || id,
        to: textIn(one, 'destinationId'),
        description: textIn(one, 'description'),
        technology: textIn(one, 'technology'),
      })
    }
    return id
  }
  for (const person of listIn(model, 'people')) read(person, 'person', null)
  for (const system of listIn(model, 'softwareSystems')) {
    const id = read(system, 'system', null)
    for (const container of listIn(system, 'containers')) {
      const inner = read(container, 'container', id)
      for (const component of listIn(container, 'components')) read(component, 'component', inner)
    }
  }
  return { name: textIn(root, 'name'), elements, relations }
}

function propertiesOf(value: YamlValue): readonly (readonly [string, string])[] {
  const properties = get(value, 'properties')
  if (properties?.kind !== 'mapping') return []
  return [...properties.entries()].map(([name, entry]) => [name, textOf(entry.value) ?? ''])
}
