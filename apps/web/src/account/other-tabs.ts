const CHANNEL = 'second-story:account'

/**
 * What tabs of one browser tell each other: somebody signed in, up or out, or changed their name. Nothing is said about who;
 * whoever hears it asks the server, whose cookie they share.
 */
export function tellOtherTabs(): void {
  const channel = open()
  channel?.postMessage('changed')
  channel?.close()
}

/** Hears that another tab did so; returns its own undo. */
export function hearOtherTabs(heard: () => void): () => void {
  const channel = open()
  if (!channel) return () => {}
  channel.onmessage = () => heard()
  return () => channel.close()
}

/** Null in a browser without channels: there a tab learns of it when the server hangs up. */
function open(): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)
}
