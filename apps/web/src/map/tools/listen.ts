/** What a pointer over the map can tell. */
export interface Heard {
  down(event: PointerEvent): void
  move(event: PointerEvent): void
  up(event: PointerEvent): void
  cancel(): void
  leave(): void
  double(event: MouseEvent): void
  menu(event: MouseEvent): void
  /** a finger has hold of a thing: it moves the thing, not the map */
  isHolding(): boolean
}

/** Listens on the map, except to what stands over it and has its own hands. Returns its own undo. */
export function listen(root: HTMLElement, heard: Heard): () => void {
  const ended = new AbortController()
  const on = <K extends keyof HTMLElementEventMap>(
    name: K,
    tell: (event: HTMLElementEventMap[K]) => void,
    options: AddEventListenerOptions = {},
  ): void => root.addEventListener(name, tell, { ...options, signal: ended.signal })

  on('pointerdown', (event) => isOver(event) || heard.down(event))
  on('pointermove', (event) => heard.move(event))
  on('pointerup', (event) => heard.up(event))
  on('pointercancel', () => heard.cancel())
  on('pointerleave', () => heard.leave())
  on('dblclick', (event) => isOver(event) || heard.double(event))
  on('contextmenu', (event) => isOver(event) || heard.menu(event))
  on(
    'touchmove',
    (event) => {
      if (!heard.isHolding()) return
      event.stopPropagation()
      event.preventDefault()
    },
    { capture: true, passive: false },
  )
  return () => ended.abort()
}

function isOver(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-over-map]') !== null
}
