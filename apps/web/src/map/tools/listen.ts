/** What a pointer over the map can tell. */
export interface Heard {
  down(event: PointerEvent): void
  move(event: PointerEvent): void
  up(event: PointerEvent): void
  cancel(): void
  leave(): void
  double(event: MouseEvent): void
  menu(event: MouseEvent): void
  /** Shift, Alt, Ctrl or Cmd went down or up; true when that means something now */
  keys(event: KeyboardEvent): boolean
  /** the view moves under the hand */
  wheel(): void
  /** a finger does something else than move the view, or is no finger at all */
  takesTouch(event: TouchEvent): boolean
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Alt', 'Control', 'Meta'])

/** Listens on the map, except to what stands over it and has its own hands. Returns its own undo. */
export function listen(root: HTMLElement, heard: Heard): () => void {
  const ended = new AbortController()
  const { signal } = ended
  const on = <K extends keyof HTMLElementEventMap>(
    name: K,
    tell: (event: HTMLElementEventMap[K]) => void,
    options: AddEventListenerOptions = {},
  ): void => root.addEventListener(name, tell, { ...options, signal })

  on('pointerdown', (event) => isOver(event) || heard.down(event))
  on('pointermove', (event) => heard.move(event))
  on('pointerup', (event) => heard.up(event))
  on('pointercancel', () => heard.cancel())
  on('pointerleave', () => heard.leave())
  on('dblclick', (event) => isOver(event) || heard.double(event))
  on('contextmenu', (event) => isOver(event) || heard.menu(event))
  on('wheel', () => heard.wheel(), { passive: true })
  const touch = (event: TouchEvent): void => {
    if (isOver(event) || !heard.takesTouch(event)) return
    event.stopPropagation()
    if (event.cancelable) event.preventDefault()
  }
  on('touchstart', touch, { capture: true, passive: false })
  on('touchmove', touch, { capture: true, passive: false })
  const keys = (event: KeyboardEvent): void => {
    if (MODIFIERS.has(event.key) && heard.keys(event)) event.preventDefault()
  }
  window.addEventListener('keydown', keys, { signal })
  window.addEventListener('keyup', keys, { signal })
  return () => ended.abort()
}

function isOver(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-over-map]') !== null
}
