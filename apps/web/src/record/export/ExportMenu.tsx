import {
  Copy,
  Download,
  FileBraces,
  FileCode,
  FileText,
  Image,
  Images,
  Link2,
  Printer,
  Workflow,
} from 'lucide-react'
import { useKeys } from '../../board/keyboard/use-keys.ts'
import { LeaveWithComments } from '../../comments/LeaveWithComments.tsx'
import { useSession } from '../../session/use-session.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { useExports } from './use-exports.ts'

/** Everything the record can leave as. */
export function ExportMenu() {
  const session = useSession()
  const leave = useExports()
  useKeys({ m: leave.copyMarkdown, p: leave.print })
  return (
    <Menu
      label="Export"
      wide
      trigger={
        <Button>
          <Download aria-hidden="true" />
          Export
        </Button>
      }
      foot={
        <>
          <LeaveWithComments />
          Roles, no names. Nothing private goes along.
        </>
      }
    >
      <MenuItem
        icon={<Copy />}
        label="Copy as Markdown"
        note="for a wiki, an issue, a mail"
        keys="M"
        onAction={leave.copyMarkdown}
      />
      <MenuItem
        icon={<Printer />}
        label="Print or PDF"
        note="A4, pictures with their text"
        keys="P"
        onAction={leave.print}
      />
      {session.sample === null && (
        <MenuItem
          icon={<Link2 />}
          label="Link to this record"
          note="for everybody on this board"
          onAction={leave.copyLink}
        />
      )}
      <MenuLine />
      <MenuItem icon={<FileText />} label="Markdown file" onAction={leave.markdown} />
      <MenuItem
        icon={<FileCode />}
        label="Web page"
        note="one file, pictures and fonts inside"
        onAction={leave.html}
      />
      <MenuItem icon={<Image />} label="Both pictures as SVG" note="sharp at any size" onAction={leave.svg} />
      <MenuItem icon={<Images />} label="Both pictures as PNG" onAction={leave.png} />
      <MenuItem
        icon={<FileBraces />}
        label="Record as JSON"
        note="what it says and what is behind it"
        onAction={leave.json}
      />
      <MenuItem
        icon={<Workflow />}
        label="Board as JSON"
        note="all that is on it, and where it lies"
        onAction={leave.board}
      />
    </Menu>
  )
}
