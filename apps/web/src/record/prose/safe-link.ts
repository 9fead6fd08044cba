const SCHEME = /^[a-z][a-z0-9+.-]*:/i
const SAFE = /^(https?:\/\/|mailto:)[^\s<>"]+$/i
const MAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/
const HOST = /^[^\s/:@<>"]+\.[a-z]{2,}(:\d+)?([/?#][^\s<>"]*)?$/i

/**
 * What was typed as a link that people may follow: http, https or mailto, nothing that runs. A bare host becomes
 * https, a bare address mailto. Null where it is none of these.
 */
export function safeLink(typed: string): string | null {
  const link = typed.trim()
  if (SAFE.test(link)) return link
  if (MAIL.test(link)) return `mailto:${link}`
  if (HOST.test(link)) return `https://${link}`
  return null
}

/** For the editor's own parsing of what is pasted or synced: only a full link passes, never a relative one. */
export function isSafeLink(url: string): boolean {
  return SCHEME.test(url) && SAFE.test(url)
}
