import { AlignHorizontalDistributeCenter, AlignVerticalDistributeCenter, Scaling } from 'lucide-react'
import { useSession } from '../../session/use-session.ts'
import { MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { arrangeSelected } from '../actions/arrange-selected.ts'
import { sameSize } from '../actions/same-size.ts'
import { ROW_CHOICES } from './row-choices.ts'

/** Several things in a row, with equal gaps, of one size: entries of a menu. */
export function RowMenu({ count }: { readonly count: number }) {
  const session = useSession()
  return (
    <>
      {ROW_CHOICES.map(({ how, label, Icon }) => (
        <MenuItem key={how} label={label} icon={<Icon />} onAction={() => arrangeSelected(session, how)} />
      ))}
      <MenuLine />
      <MenuItem
        label="Equal gaps across"
        icon={<AlignHorizontalDistributeCenter />}
        isDisabled={count < 3}
        onAction={() => arrangeSelected(session, 'x')}
      />
      <MenuItem
        label="Equal gaps down"
        icon={<AlignVerticalDistributeCenter />}
        isDisabled={count < 3}
        onAction={() => arrangeSelected(session, 'y')}
      />
      <MenuItem label="One size" icon={<Scaling />} onAction={() => void sameSize(session)} />
    </>
  )
}
