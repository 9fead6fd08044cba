import { watchVersion } from './version-watch.ts'

/** Has this page open without a network from now on, and notice when there is a newer one. Built pages only. */
export function startOffline(): void {
  if (!import.meta.env.PROD) return
  watchVersion()
  // after the first screen: putting the page away must not slow it
  const register = (): void => {
    navigator.serviceWorker?.register('/sw.js', { updateViaCache: 'none' }).catch(() => {
      // a private window, or an address without TLS: the page works, and needs the network to open
    })
  }
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}
