import { handsHere } from './hands-here.ts'

/** Pixels that a click may move by. */
const STILL = 4

/**
 * Keeps what is clicked and pasted before the tools of the map are there, and does it once they are, in order. A drag
 * that began before them is no drag. Returns its own undo.
 */
export function holdHands(root: HTMLElement): () => void {
  const kept: (() => void)[] = []
  const ended = new AbortController()
  const options = { signal: ended.signal }
  let pressed: PointerEvent | null = null
  const isLate = (event: Event): boolean => handsHere.get() || !event.isTrusted
  const again = (event: Event, target: EventTarget | null): void => {
    kept.push(() => (target instanceof Node && target.isConnected ? target : root).dispatchEvent(event))
  }
  root.addEventListener(
    'pointerdown',
    (event) => {
      pressed = isLate(event) ? null : event
    },
    options,
  )
  root.addEventListener(
    'pointerup',
    (event) => {
      const down = pressed
      pressed = null
      if (isLate(event) || down === null) return
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > STILL) return
      again(new PointerEvent('pointerdown', down), down.target)
      again(new PointerEvent('pointerup', event), down.target)
    },
    options,
  )
  for (const name of ['dblclick', 'contextmenu'] as const)
    root.addEventListener(
      name,
      (event) => {
        if (isLate(event)) return
        event.preventDefault()
        again(new MouseEvent(name, event), event.target)
      },
      options,
    )
  document.addEventListener(
    'paste',
    (event) => {
      if (isLate(event) || !event.clipboardData || isField(event.target)) return
      event.preventDefault()
      const clipboardData = copyOf(event.clipboardData)
      again(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }), document.body)
    },
    options,
  )
  const stop = handsHere.subscribe(() => {
    if (!handsHere.get()) return
    for (const act of kept.splice(0)) act()
  })
  return () => {
    ended.abort()
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
