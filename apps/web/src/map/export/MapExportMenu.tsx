import {
  Archive,
  BookImage,
  ClipboardCopy,
  Copy,
  Download,
  FileCode,
  Image,
  Images,
  Moon,
  Sheet,
  Workflow,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useBoardUi } from '../../board/board-ui.ts'
import { VIEW_ACTIONS } from '../../board/view-actions.ts'
import { commentsInAddress, LeaveWithComments } from '../../comments/LeaveWithComments.tsx'
import { downloadFrom } from '../../record/export/download.ts'
import { useSession } from '../../session/use-session.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine, MenuSection } from '../../ui/Menu.tsx'
import { LeaveAsShown } from '../show/LeaveAsShown.tsx'
import { useMapExports } from './use-map-exports.ts'

const PAPER = { theme: 'light', background: true } as const
const CLEAR = { theme: 'light', background: false } as const
const NIGHT = { theme: 'dark', background: true } as const

/** In the top bar beside Share: what the map can leave as. */
export function MapExportMenu() {
  const [bar, setBar] = useState<HTMLElement | null>(null)
  const leave = useMapExports()
  const session = useSession()
  const count = useBoardUi((ui) => ui.items.size)
  useEffect(() => setBar(document.getElementById(VIEW_ACTIONS)), [])
  if (!bar) return null
  const what = count === 0 ? 'The whole map' : 'What is selected'
  return createPortal(
    <Menu
      label="Export"
      wide
      trigger={
        <IconButton label="Export">
          <Download />
        </IconButton>
      }
      foot={<Foot what={what} />}
    >
      <MenuItem icon={<ClipboardCopy />} label="Copy as picture" onAction={leave.copyPicture} />
      <MenuItem
        icon={<Copy />}
        label="Copy as text"
        note="orders > payment (http)"
        onAction={leave.copyText}
      />
      <MenuItem
        icon={<Workflow />}
        label="Copy as Mermaid"
        note="for a wiki or an issue that draws it"
        onAction={leave.copyMermaid}
      />
      <MenuLine />
      <MenuSection label="Picture">
        <MenuItem icon={<Image />} label="PNG" note="of any size" onAction={() => leave.png(PAPER)} />
        <MenuItem icon={<Image />} label="PNG, no background" onAction={() => leave.png(CLEAR)} />
        <MenuItem icon={<Moon />} label="PNG, dark" onAction={() => leave.png(NIGHT)} />
        <MenuItem
          icon={<Images />}
          label="SVG"
          note="sharp at any size, fonts inside"
          onAction={() => leave.svg(PAPER)}
        />
        {session.sample === null && (
          <MenuItem
            icon={<BookImage />}
            label="PDF"
            note="the whole map, then a frame a page"
            onAction={() =>
              downloadFrom(`/api/boards/${session.board}/picture.pdf?download=1${commentsInAddress()}`)
            }
          />
        )}
      </MenuSection>
      <MenuSection label="For other tools">
        <MenuItem icon={<FileCode />} label="Mermaid" onAction={leave.mermaid} />
        <MenuItem icon={<FileCode />} label="Graphviz" onAction={leave.dot} />
        <MenuItem icon={<FileCode />} label="JSON Canvas" onAction={leave.canvas} />
        <MenuItem icon={<Sheet />} label="System as CSV" onAction={leave.csv} />
        <MenuItem icon={<Sheet />} label="Timeline as CSV" onAction={leave.timeline} />
        {session.sample === null && (
          <MenuItem
            icon={<Archive />}
            label="The board as a file"
            note="to be opened here or elsewhere"
            onAction={() => downloadFrom(`/api/boards/${session.board}/bundle.zip?download=1`)}
          />
        )}
      </MenuSection>
    </Menu>,
    bar,
  )
}

function Foot({ what }: { readonly what: string }) {
  return (
    <>
      <LeaveAsShown />
      <LeaveWithComments />
      {`${what}. Nothing private goes along.`}
    </>
  )
}
