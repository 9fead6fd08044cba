import { safeLink } from '@second-story/board'

/** A link from what was typed: an address, and behind it what it is called. Null where it is no link one may follow. */
export function typedLink(typed: string): { readonly title: string; readonly url: string } | null {
  const [first = '', ...rest] = typed.trim().split(/\s+/)
  // an address as people say it; anything with another scheme stays what it is, and is refused
  const url = /^[\w-]+(\.[\w-]+)+([/:?#]|$)/.test(first) ? `https://${first}` : first
  const parsed = safeLink.safeParse(url)
  if (!parsed.success) return null
  const host = url.replace(/^(https?:\/\/(www\.)?|mailto:)/i, '').split(/[/?#]/)[0] ?? url
  return { url: parsed.data, title: (rest.join(' ') || host).slice(0, 200) }
}
