const GLOW_MS = 1_400
const LOOKS = 60

/** Shows an element of a page as soon as it is drawn, and lets it glow once, unless told. */
export function showInPage(find: () => Element | null, isGlowing = true, looks = LOOKS): void {
  const found = find()
  if (found instanceof HTMLElement) {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    found.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' })
    if (isGlowing) glow(found)
  } else if (looks > 0) setTimeout(() => showInPage(find, isGlowing, looks - 1), 40)
}

/** The row of an event in the timeline, the line of a thing in a list. */
export function rowOf(id: string): Element | null {
  return document.querySelector(`#view [data-item="${CSS.escape(id)}"]`)
}

function glow(element: HTMLElement): void {
  const hand = getComputedStyle(element).getPropertyValue('--hand').trim() || '#4B45B8'
  const ring = (strength: number): string => `0 0 0 3px color-mix(in srgb, ${hand} ${strength}%, transparent)`
  element.animate([{ boxShadow: ring(80) }, { boxShadow: ring(80), offset: 0.3 }, { boxShadow: ring(0) }], {
    duration: GLOW_MS,
    easing: 'ease-out',
  })
}
