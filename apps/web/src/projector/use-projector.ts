import { useLocation, useSearch } from 'wouter'
import { readProjector, withProjector } from './projector-address.ts'

/** Is this page the room's screen, and how to make it so, or no longer. */
export function useProjector(): {
  readonly isOn: boolean
  readonly follow: string | null
  readonly start: () => void
  readonly leave: () => void
} {
  const search = useSearch()
  const [path, navigate] = useLocation()
  return {
    ...readProjector(search),
    start: () => navigate(withProjector(path, true)),
    leave: () => navigate(path, { replace: true }),
  }
}

/** A window of its own for the room's screen, that goes along with who opens it. */
export function openProjectorWindow(account: string): void {
  window.open(withProjector(window.location.pathname, true, account), '_blank', 'popup,width=1280,height=800')
}
