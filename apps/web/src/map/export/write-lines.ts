import type { DrawnComponent, DrawnGroup, DrawnSystem } from '@second-story/importers/writers'

/** A system in words as the type line takes them: `orders > payment (http)`, and names that nothing touches. */
export function writeLines(system: DrawnSystem): string {
  const names = new Map<string, string>()
  const walk = (components: readonly DrawnComponent[], groups: readonly DrawnGroup[]): void => {
    for (const { item, key } of components) names.set(key, item.name)
    for (const group of groups) {
      names.set(group.key, group.item.name)
      walk(group.components, group.groups)
    }
  }
  walk(system.components, system.groups)
  const used = new Set(system.arrows.flatMap(({ from, to }) => [from, to]))
  const lone = [...names].filter(([key, name]) => key.startsWith('n') && !used.has(key) && name !== '')
  const arrows = system.arrows.map(({ from, to, words }) => {
    const said = words === '' ? '' : ` (${words.replace(/[()]/g, '')})`
    return `${names.get(from) ?? ''} > ${names.get(to) ?? ''}${said}`
  })
  return [...arrows, ...lone.map(([, name]) => name)].join('\n')
}
