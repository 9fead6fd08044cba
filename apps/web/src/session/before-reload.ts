type Ready = () => Promise<void>

const asked = new Set<Ready>()

/** Has `ready` asked before the page loads anew, to put away what it holds; returns its own undo. */
export function beforeReload(ready: Ready): () => void {
  asked.add(ready)
  return () => asked.delete(ready)
}

/** Loads the page anew with every edit kept; where one cannot be kept the browser asks first. */
export async function reloadPage(): Promise<void> {
  await Promise.allSettled([...asked].map((ready) => ready()))
  window.location.reload()
}
