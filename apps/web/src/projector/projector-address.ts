/** The word in an address that makes a page the room's screen; `follow` names whose view it goes along with. */
const WORD = 'projector'

export interface ProjectorAddress {
  readonly isOn: boolean
  /** an account, or null */
  readonly follow: string | null
}

export function readProjector(search: string): ProjectorAddress {
  const said = new URLSearchParams(search)
  return { isOn: said.has(WORD), follow: said.get('follow') }
}

/** The same address as the room's screen, or no longer. */
export function withProjector(path: string, on: boolean, follow: string | null = null): string {
  if (!on) return path
  return `${path}?${WORD}${follow ? `&follow=${encodeURIComponent(follow)}` : ''}`
}
