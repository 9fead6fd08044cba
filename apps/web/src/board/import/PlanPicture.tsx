import { type BoardSnapshot, type Command, itemId } from '@second-story/board'
import { imagineBoard } from '@second-story/importers'
import { boardPicture } from '@second-story/picture'
import { useDeferredValue, useMemo } from 'react'
import { useCell } from '../../session/cell.ts'
import { useSession } from '../../session/use-session.ts'
import { theme } from '../../ui/theme.ts'
import styles from './ImportDialog.module.css'

/** What comes, and what it hangs on, as it will lie on the map. */
export function PlanPicture({ commands }: { readonly commands: readonly Command[] }) {
  const session = useSession()
  const shown = useCell(theme)
  const settled = useDeferredValue(commands)
  const svg = useMemo(() => {
    if (!settled.some((one) => one.do === 'add')) return null
    const board = imagineBoard(session.live.snapshot, settled)
    const near = nearTo(board, settled.flatMap(touched))
    return boardPicture(board, {
      theme: shown,
      background: false,
      titles: false,
      without: (item) => !near.has(item.id),
    })
  }, [settled, session, shown])
  if (svg === null) return null
  return (
    <div
      className={styles.picture}
      role="img"
      aria-label="What will be added, as it will lie on the map"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; every word in it is escaped there
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
}

/** With the boundaries that they lie in, and what else lies there. */
function nearTo(board: BoardSnapshot, ids: readonly string[]): ReadonlySet<string> {
  const near = new Set<string>(ids)
  const around = new Set<string>()
  for (const id of ids)
    for (let at = board.items.get(itemId(id))?.place?.parent; at && !around.has(at); ) {
      around.add(at)
      at = board.items.get(at)?.place?.parent
    }
  for (const { id, place } of board.items.values())
    if (around.has(id) || (place?.parent && around.has(place.parent))) near.add(id)
  return near
}

function touched(command: Command): string[] {
  if (command.do === 'add') return [command.id]
  return command.do === 'connect' ? [command.from, command.to] : []
}
