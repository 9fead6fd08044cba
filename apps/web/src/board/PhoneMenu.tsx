import { Ellipsis, FileUp, RotateCcw, Share2 } from 'lucide-react'
import { useSession } from '../session/use-session.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { useBoardUi } from './board-ui.ts'

/** What has no room in the phone's top bar. */
export function PhoneMenu() {
  const session = useSession()
  const set = useBoardUi((ui) => ui.set)
  const again = session.startOver
  return (
    <Menu
      label="More"
      trigger={
        <IconButton label="More" silent>
          <Ellipsis />
        </IconButton>
      }
    >
      {session.sample === null && (
        <MenuItem label="Share" icon={<Share2 />} onAction={() => set({ share: true })} />
      )}
      {session.mayWrite() && (
        <MenuItem label="Bring a file" icon={<FileUp />} onAction={() => set({ importing: {} })} />
      )}
      {again && (
        <MenuItem
          label="Start over"
          note="As it was when you first opened it"
          icon={<RotateCcw />}
          onAction={() => void again()}
        />
      )}
    </Menu>
  )
}
