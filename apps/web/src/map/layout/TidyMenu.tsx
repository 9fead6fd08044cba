import { ArrowDown, ArrowRight, LayoutGrid } from 'lucide-react'
import { useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { layOutMap } from './lay-out-map.ts'

/** Tidies what is selected, or what lies in the one boundary or frame that is. */
export function TidyMenu({ label }: { readonly label: string }) {
  const session = useSession()
  return (
    <Menu
      label={label}
      trigger={
        <Button variant="quiet">
          <LayoutGrid aria-hidden="true" /> {label}
        </Button>
      }
    >
      <MenuItem
        icon={<ArrowRight />}
        label="Left to right"
        keys="Shift T"
        onAction={() => void layOutMap(session, 'right')}
      />
      <MenuItem icon={<ArrowDown />} label="Top to bottom" onAction={() => void layOutMap(session, 'down')} />
    </Menu>
  )
}
