/** An address found in a setting or a command: whom it names, and how it is spoken to. */
export interface Address {
  readonly host: string
  /** "http", "amqp" … as written before "://", or '' */
  readonly scheme: string
}

/** Ends of names whose whole value is an address. */
const NAMES_A_HOST =
  /(?:^|_)(?:HOSTS?|HOSTNAME|ADDR|ADDRESS|ADDRESSES|SERVERS?|URLS?|URI|ENDPOINTS?|BROKERS?|NODES?|SERVICE|UPSTREAM|BACKEND|TARGET|PEERS?|DSN)$/i

const WITH_SCHEME =
  /([a-z][a-z0-9+.-]{1,30}):\/\/(?:[^\s@/,"']*@)?([A-Za-z0-9_](?:[\w.-]*[A-Za-z0-9_])?|\$\{\w+\})/gi
const WITH_PORT =
  /(?:^|[\s,;=@("'|/])([A-Za-z_](?:[\w.-]*\w)?|\$\{\w+\}):(?:\d{2,5}|\$\{\w+\})(?=$|[\s,;/"')|?])/g
const WITH_WORD =
  /(?:^|[\s;,])(?:-h|--?host(?:name)?|--?server|--?target|--?url|host|server|data source)(?:\s*=\s*|\s+)([A-Za-z_](?:[\w.-]*\w)?|\$\{\w+\})(?=$|[\s;,:"'])/gi
const LIST_OF_HOSTS = /^[\w.$={}-]+(?:\s*,\s*[\w.$={}-]+)*$/

/** The addresses in a setting; `name` decides whether a bare word is one. */
export function addressesIn(value: string, name: string): Address[] {
  const found = addressesInWords(value)
  if (found.length === 0 && NAMES_A_HOST.test(name) && LIST_OF_HOSTS.test(value.trim()))
    return value.split(',').map((host) => ({ host: host.trim(), scheme: '' }))
  return found
}

/** The addresses in a command or any other words. */
export function addressesInWords(words: string): Address[] {
  if (words.length > 20_000) return []
  const out = new Map<string, Address>()
  for (const [, scheme = '', host = ''] of words.matchAll(WITH_SCHEME))
    out.set(host, { host, scheme: scheme.toLowerCase() })
  for (const pattern of [WITH_PORT, WITH_WORD]) {
    for (const [, host = ''] of words.matchAll(pattern))
      if (!out.has(host)) out.set(host, { host, scheme: '' })
  }
  return [...out.values()]
}

/** `${CART_ADDR}` and a setting `CART_ADDR` without value both hint at a host called "cart"; null for other names. */
export function hostHint(name: string): string | null {
  const bare = /^\$\{(\w+)\}$/.exec(name)?.[1] ?? name
  const found =
    /^([A-Z][A-Z0-9_]*?)_(?:SERVICE_)?(?:HOST|HOSTNAME|ADDR|ADDRESS|URL|URI|ENDPOINT|SERVER)$/.exec(bare)
  return found?.[1]?.toLowerCase().replaceAll('_', '-') ?? null
}
