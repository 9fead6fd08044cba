import type { ItemId } from '@second-story/board'
import { useEffect, useState } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useBoard } from '../session/use-session.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { ConnectPicker } from './ConnectPicker.tsx'
import { ItemSheet } from './ItemSheet.tsx'
import { kindInWords } from './part-words.ts'

/** The half sheet of whatever was pressed (`ui.opened`): read it, write in it, connect it. */
export function HalfSheet() {
  const opened = useBoardUi((ui) => ui.opened)
  const set = useBoardUi((ui) => ui.set)
  const item = useBoard((board) => (opened ? board.items.get(opened) : undefined))
  const [connecting, setConnecting] = useState(false)
  const [before, setBefore] = useState<readonly ItemId[]>([])

  useEffect(() => {
    // somebody else deleted it, or a reveal gave it another id
    if (opened && !item) set({ opened: null })
  }, [opened, item, set])

  if (!item) return null
  const close = (): void => {
    setBefore([])
    setConnecting(false)
    set({ opened: null })
  }
  const go = (id: ItemId): void => {
    setBefore([...before, item.id])
    set({ opened: id })
  }
  const goBack = (): void => {
    set({ opened: before.at(-1) ?? null })
    setBefore(before.slice(0, -1))
  }
  if (connecting)
    return (
      <Sheet key="connect" title="Connect to …" isOpen onClose={close} height="full">
        <ConnectPicker item={item} onDone={() => setConnecting(false)} />
      </Sheet>
    )
  const kind = kindInWords(item)
  return (
    <Sheet key="item" title={kind} hideTitle isOpen onClose={close} height="content">
      <ItemSheet
        key={item.id}
        item={item}
        onConnect={() => setConnecting(true)}
        onGo={go}
        onBack={before.length > 0 ? goBack : null}
        onClose={close}
      />
    </Sheet>
  )
}
