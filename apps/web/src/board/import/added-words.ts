import type { Command } from '@second-story/board'

export interface AddedComponent {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly technology: string
}

/** The components that a batch of commands would make, for the preview. */
export function addedComponents(commands: readonly Command[]): readonly AddedComponent[] {
  return commands.flatMap((command) => {
    if (command.do !== 'add' || command.type !== 'component') return []
    const { name, kind, technology } = command.fields
    return [
      {
        id: command.id,
        name: typeof name === 'string' ? name : '',
        kind: typeof kind === 'string' ? kind : 'service',
        technology: typeof technology === 'string' ? technology : '',
      },
    ]
  })
}

export function componentsWords(count: number): string {
  return count === 1 ? '1 component' : `${count} components`
}
