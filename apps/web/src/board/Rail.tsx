import { CircleQuestionMark, Ellipsis, Image, Search } from 'lucide-react'
import { Fragment } from 'react'
import { Button } from 'react-aria-components/Button'
import { say as sayPicture } from '../images/words.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useSession } from '../session/use-session.ts'
import { later } from '../ui/later.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { Tip } from '../ui/Tip.tsx'
import { useBoardUi } from './board-ui.ts'
import { pressKey } from './keyboard/use-keys.ts'
import styles from './Rail.module.css'
import { MORE_TOOLS, RAIL, type ToolEntry } from './tools.tsx'

const CommentTool = later(() => import('./CommentTool.tsx').then((m) => m.CommentTool))

/** The tools at the left. Somebody who looks on has none. */
export function Rail() {
  const session = useSession()
  const set = useBoardUi((ui) => ui.set)
  const tool = useBoardUi((ui) => ui.tool)
  return (
    <nav className={styles.rail} aria-label="Tools">
      {session.mayWrite() &&
        RAIL.map((group, index) => (
          <Fragment key={group[0]?.tool}>
            {index > 0 && <hr className={styles.line} />}
            {group.map((entry) => (
              <RailTool key={entry.tool} entry={entry} />
            ))}
          </Fragment>
        ))}
      {session.mayWrite() && (
        <Menu
          label="More tools"
          placement="right top"
          trigger={
            <Button
              className={styles.tool ?? ''}
              aria-label="More tools"
              data-on={MORE_TOOLS.some((entry) => entry.tool === tool)}
            >
              <Ellipsis />
            </Button>
          }
        >
          {MORE_TOOLS.map(({ tool: one, label, key, Icon }) => (
            <MenuItem
              key={one}
              label={label}
              icon={<Icon />}
              {...(key ? { keys: key } : {})}
              onAction={() => set({ tool: one })}
            />
          ))}
          <MenuItem label={sayPicture.picture} icon={<Image />} onAction={() => void addPictures(session)} />
        </Menu>
      )}
      <CommentTool />
      <span className={styles.gap} />
      <RailButton label="Find" keys="/" onPress={() => set({ palette: true, find: true })}>
        <Search />
      </RailButton>
      <RailButton label="Keys" keys="?" onPress={() => set({ keys: true })}>
        <CircleQuestionMark />
      </RailButton>
    </nav>
  )
}

async function addPictures(session: BoardSession): Promise<void> {
  const pictures = await import('../images/add-pictures.ts')
  pictures.addPictures(session)
}

function RailTool({ entry }: { readonly entry: ToolEntry }) {
  const on = useBoardUi((ui) => ui.tool === entry.tool)
  const kept = useBoardUi((ui) => ui.tool === entry.tool && ui.kept === entry.tool)
  const set = useBoardUi((ui) => ui.set)
  const { Icon } = entry
  return (
    <Tip words={entry.label} {...(entry.key ? { keys: entry.key } : {})} placement="right">
      <Button
        className={styles.tool ?? ''}
        aria-label={entry.label}
        aria-pressed={on}
        data-on={on}
        data-kept={kept || undefined}
        // by keyboard there is no pointer to place it with: as with its letter, it begins where there is room
        onPress={({ pointerType }) => {
          set({
            tool: entry.tool,
            kept: on && entry.tool !== 'select' && !isByKey(pointerType) ? entry.tool : null,
          })
          if (entry.key && isByKey(pointerType)) pressKey(entry.key.toLowerCase())
        }}
      >
        <Icon />
        {entry.key && <b aria-hidden="true">{entry.key}</b>}
      </Button>
    </Tip>
  )
}

const isByKey = (pointerType: string): boolean => pointerType === 'keyboard' || pointerType === 'virtual'

interface RailButtonProps {
  readonly label: string
  readonly keys: string
  readonly onPress: () => void
  readonly children: React.ReactNode
}

function RailButton({ label, keys, onPress, children }: RailButtonProps) {
  return (
    <Tip words={label} keys={keys} placement="right">
      <Button className={styles.tool ?? ''} aria-label={label} onPress={onPress}>
        {children}
        <b aria-hidden="true">{keys}</b>
      </Button>
    </Tip>
  )
}
