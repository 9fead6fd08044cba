/** What a page meets while it is open, that its timers do not hear of. */
export interface PageLife {
  /** the network is back, or somebody looks at the page again, perhaps after a sleep */
  wake(): void
  /** the machine has no network */
  lost(): void
  /** the page is put aside, and may come back as it is (back and forward) */
  rest(): void
  resume(): void
}

/** Listens for all of it; returns its own undo. */
export function watchPage(life: PageLife): () => void {
  const seen = (): void => {
    if (document.visibilityState === 'visible') life.wake()
  }
  const shown = (event: PageTransitionEvent): void => {
    if (event.persisted) life.resume()
  }
  const online = (): void => life.wake()
  const offline = (): void => life.lost()
  // a page with an open socket is not kept for "back"; and others should see us leave at once
  const hidden = (): void => life.rest()
  window.addEventListener('online', online)
  window.addEventListener('offline', offline)
  window.addEventListener('pageshow', shown)
  window.addEventListener('pagehide', hidden)
  document.addEventListener('visibilitychange', seen)
  document.addEventListener('resume', online)
  return () => {
    window.removeEventListener('online', online)
    window.removeEventListener('offline', offline)
    window.removeEventListener('pageshow', shown)
    window.removeEventListener('pagehide', hidden)
    document.removeEventListener('visibilitychange', seen)
    document.removeEventListener('resume', online)
  }
}
