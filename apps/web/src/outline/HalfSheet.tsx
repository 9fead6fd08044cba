import type { ItemId } from '@second-story/board'
import { useEffect, useRef, useState } from 'react'
import { useBoardUi } from '../board/board-ui.ts'
import { useBoard, useSession } from '../session/use-session.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { ConnectPicker } from './ConnectPicker.tsx'
import { ItemSheet } from './ItemSheet.tsx'
import { wordsOf } from './item-words.ts'
import { kindInWords } from './part-words.ts'

/** The half sheet of whatever was pressed (`ui.opened`): read it, write in it, connect it. */
export function HalfSheet() {
  const opened = useBoardUi((ui) => ui.opened)
  const set = useBoardUi((ui) => ui.set)
  const item = useBoard((board) => (opened ? board.items.get(opened) : undefined))
  const [connecting, setConnecting] = useState(false)
  const [before, setBefore] = useState<readonly ItemId[]>([])
  const session = useSession()
  const made = useRef(new Set<ItemId>())

  useEffect(() => {
    // somebody else deleted it, or a reveal gave it another id
    if (opened && !item) set({ opened: null })
  }, [opened, item, set])

  if (!item) return null
  // a question begun and left without a word would only be in the way
  const leave = (): void => {
    const now = session.live.snapshot.items.get(item.id)
    if (!made.current.delete(item.id) || !now || wordsOf(now).trim() !== '') return
    session.do([{ do: 'remove', ids: [item.id] }])
  }
  const close = (): void => {
    leave()
    setBefore([])
    setConnecting(false)
    set({ opened: null })
  }
  const go = (id: ItemId): void => {
    leave()
    setBefore([...before, item.id])
    set({ opened: id })
  }
  const goOnTo = (id: ItemId): void => {
    made.current.add(id)
    go(id)
  }
  const goBack = (): void => {
    leave()
    set({ opened: before.findLast((id) => session.live.snapshot.items.has(id)) ?? null })
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
        onMade={goOnTo}
        onBack={before.length > 0 ? goBack : null}
        onClose={close}
      />
    </Sheet>
  )
}
