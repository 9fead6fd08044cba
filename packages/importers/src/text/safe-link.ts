/** A link that may be kept as words: http, https or mailto; null for all else (`javascript:`, `data:`, a bare word). */
export function safeLink(text: string): string | null {
  const link = text.trim()
  return link.length <= 2_000 && /^(?:https?:\/\/|mailto:)[^\s<>"']+$/i.test(link) ? link : null
}
