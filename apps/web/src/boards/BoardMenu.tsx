import type { BoardCard } from '@second-story/protocol'
import { CopyPlus, Download, Ellipsis, LayoutTemplate, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { downloadFrom } from '../record/export/download.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { CopyDialog } from './copies/CopyDialog.tsx'
import { say } from './copies/words.ts'
import { RenameBoard } from './RenameBoard.tsx'
import type { BoardActions } from './use-boards.ts'

export interface BoardMenuProps {
  readonly board: BoardCard
  readonly actions: BoardActions
}

/** What can be done with a board without opening it. */
export function BoardMenu({ board, actions }: BoardMenuProps) {
  const [asked, setAsked] = useState<'rename' | 'copy' | 'template' | null>(null)
  const close = (): void => setAsked(null)
  return (
    <>
      <Menu
        label={`“${board.title}”`}
        trigger={
          <IconButton label={`More about “${board.title}”`} silent>
            <Ellipsis />
          </IconButton>
        }
      >
        {board.role !== 'observer' && (
          <MenuItem label="Rename" icon={<Pencil />} onAction={() => setAsked('rename')} />
        )}
        <MenuItem
          label={say.copyEntry}
          note={say.copyNote}
          icon={<CopyPlus />}
          onAction={() => setAsked('copy')}
        />
        <MenuItem
          label={say.templateEntry}
          note={say.templateNote}
          icon={<LayoutTemplate />}
          onAction={() => setAsked('template')}
        />
        <MenuItem
          label="Save as a file"
          note="to be opened here or elsewhere"
          icon={<Download />}
          onAction={() => downloadFrom(`/api/boards/${board.id}/bundle.zip?download=1`)}
        />
        {board.role === 'owner' && (
          <MenuItem label="Delete" icon={<Trash2 />} onAction={() => void actions.remove(board)} />
        )}
      </Menu>
      {asked === 'rename' && (
        <RenameBoard
          title={board.title}
          onClose={close}
          onKeep={(title) => {
            close()
            void actions.rename(board, title)
          }}
        />
      )}
      {(asked === 'copy' || asked === 'template') && (
        <CopyDialog
          board={board}
          asTemplate={asked === 'template'}
          onClose={close}
          onMake={(wish) => {
            close()
            void actions.copy(board, wish)
          }}
        />
      )}
    </>
  )
}
