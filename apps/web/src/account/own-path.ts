/** Only a path of our own: a link must not lead away from here. */
export function ownPath(to: string | null): string {
  return to?.startsWith('/') && !to.startsWith('//') && !to.includes('\\') ? to : '/boards'
}
