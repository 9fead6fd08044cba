/** Longest that a closing menu is waited for, in milliseconds. */
const MOST_MS = 1_000

/**
 * Runs once the menu or dialog that has the focus is gone and has given the focus back: what it leads to must not be
 * undone by where the focus returns to.
 */
export function afterClosing(run: () => void): void {
  const open = document.activeElement?.closest('[role="dialog"], [role="menu"]')
  const until = performance.now() + MOST_MS
  const look = (): void => {
    if (open?.isConnected && performance.now() < until) requestAnimationFrame(look)
    // the focus comes back a frame after
    else requestAnimationFrame(() => requestAnimationFrame(run))
  }
  requestAnimationFrame(look)
}
