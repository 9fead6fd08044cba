import { handsHere } from '../hands-here.ts'

/** Keeps what is pasted before the tools of the map are there, and pastes it once they are. Returns its own undo. */
export function holdPastes(): () => void {
  const kept: DataTransfer[] = []
  const heard = (event: ClipboardEvent): void => {
    if (handsHere.get() || !event.isTrusted || !event.clipboardData || isField(event.target)) return
    kept.push(copyOf(event.clipboardData))
    event.preventDefault()
  }
  document.addEventListener('paste', heard)
  const stop = handsHere.subscribe(() => {
    if (!handsHere.get()) return
    for (const clipboardData of kept.splice(0))
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
  })
  return () => {
    document.removeEventListener('paste', heard)
    stop()
  }
}

// what an event carries is gone with it
function copyOf(data: DataTransfer): DataTransfer {
  const copy = new DataTransfer()
  for (const type of data.types) if (type !== 'Files') copy.setData(type, data.getData(type))
  for (const file of data.files) copy.items.add(file)
  return copy
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable=true]') !== null
}
