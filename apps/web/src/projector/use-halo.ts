import { useEffect } from 'react'

/** A ring of light that goes with the pointer, so that a room sees where it is. */
export function useHalo(on: boolean): void {
  useEffect(() => {
    if (!on) return
    const ring = document.createElement('div')
    Object.assign(ring.style, {
      position: 'fixed',
      left: '-44px',
      top: '-44px',
      width: '88px',
      height: '88px',
      borderRadius: '50%',
      background: 'color-mix(in srgb, var(--hand) 16%, transparent)',
      border: '3px solid color-mix(in srgb, var(--hand) 55%, transparent)',
      pointerEvents: 'none',
      zIndex: '90',
      display: 'none',
    })
    ring.dataset.haloRing = ''
    document.body.append(ring)
    const move = (event: PointerEvent): void => {
      ring.style.display = ''
      ring.style.transform = `translate(${event.clientX}px,${event.clientY}px)`
    }
    window.addEventListener('pointermove', move)
    return () => {
      window.removeEventListener('pointermove', move)
      ring.remove()
    }
  }, [on])
}
