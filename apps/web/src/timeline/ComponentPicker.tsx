import type { Component, TimelineEvent } from '@second-story/board'
import { Plus } from 'lucide-react'
import { ItemIcon } from '../outline/ItemIcon.tsx'
import { useItemsOf, useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'

export interface ComponentPickerProps {
  readonly event: TimelineEvent
  readonly has: readonly Component[]
}

/** A menu of the components an event is not yet about; each becomes a chip. */
export function ComponentPicker({ event, has }: ComponentPickerProps) {
  const session = useSession()
  const all = useItemsOf('component')
  const rest = all
    .filter((component) => component.name !== '' && !has.some(({ id }) => id === component.id))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  if (rest.length === 0) return null
  return (
    <Menu
      label="Components"
      placement="bottom start"
      trigger={
        <Button size="small" variant="quiet">
          <Plus aria-hidden="true" /> Component
        </Button>
      }
    >
      {rest.map((component) => (
        <MenuItem
          key={component.id}
          id={component.id}
          label={component.name}
          icon={<ItemIcon item={component} />}
          onAction={() =>
            session.do([
              { do: 'connect', id: session.makeId(), from: event.id, to: component.id, kind: 'about' },
            ])
          }
        />
      ))}
    </Menu>
  )
}
