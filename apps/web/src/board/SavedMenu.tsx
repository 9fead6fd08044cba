import { FileDown, FileUp, RefreshCw, RotateCcw } from 'lucide-react'
import type { ReactElement } from 'react'
import type { BoardSession } from '../session/board-session.ts'
import { useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { keptWords } from './saved-menu-words.ts'

/** Behind the badge: what is kept where, a copy as a file, and a file back. */
export function SavedMenu({ trigger }: { readonly trigger: ReactElement }) {
  const session = useSession()
  const kept = useCell(session.copy)
  const { state } = useCell(session.saved)
  const again = session.startOver
  return (
    <Menu
      label={again ? 'This sample' : 'What is saved'}
      trigger={trigger}
      wide
      foot={again ? 'A copy of your own. Nothing of it is sent anywhere.' : keptWords(kept)}
    >
      {state === 'offline' ? (
        <MenuItem
          label="Try again now"
          note="It tries by itself, at the latest every half minute"
          icon={<RefreshCw />}
          onAction={() => session.retry()}
        />
      ) : null}
      <MenuItem
        label="Save a copy as a file"
        note="The whole board, as this browser has it now"
        icon={<FileDown />}
        onAction={() => void saveCopy(session)}
      />
      {session.mayWrite() ? (
        <MenuItem
          label="Bring a copy back"
          note="From a file; adds what is not on the board"
          icon={<FileUp />}
          onAction={chooseCopy}
        />
      ) : null}
      {again ? (
        <MenuItem
          label="Start over"
          note="As it was when you first opened it"
          icon={<RotateCcw />}
          onAction={() => void again()}
        />
      ) : null}
    </Menu>
  )
}

async function saveCopy(session: BoardSession): Promise<void> {
  const { saveCopyAsFile } = await import('../session/copy-file.ts')
  saveCopyAsFile(session)
}

function chooseCopy(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'application/json,.json'
  input.onchange = () => {
    const [file] = input.files ?? []
    if (file) void import('./import/bring-files.ts').then(({ bring }) => bring(file))
  }
  input.click()
}
