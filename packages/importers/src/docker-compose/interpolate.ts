/** What is known of `${NAMES}`: from the `.env` file beside a compose file. */
export type Variables = ReadonlyMap<string, string>

/** Names that stand for names that stand for names: a file that goes further is left as written. */
const MOST_ROUNDS = 6
/** Characters; anything longer holds no address. */
const MOST_VALUE = 4_000

const NAME = /\$\$|\$\{([A-Za-z_]\w*)(?:(:?[-?+])((?:[^{}]|\{[^{}]*\})*))?\}|\$([A-Za-z_]\w*)/g

/** Fills `$NAME`, `${NAME}` and `${NAME:-default}` in; what is not known stays as `${NAME}`. */
export function interpolate(text: string, variables: Variables): string {
  let now = text
  for (let round = 0; round < MOST_ROUNDS && now.includes('$'); round++) {
    const next = once(now, variables)
    if (next === now || next.length > MOST_VALUE) break
    now = next
  }
  return now
}

function once(text: string, variables: Variables): string {
  return text.replace(
    NAME,
    (_, braced: string | undefined, how: string | undefined, rest: string | undefined, bare) => {
      const name = braced ?? (bare as string | undefined)
      if (name === undefined) return '$'
      const known = variables.get(name)
      if (how?.endsWith('+')) return known ? (rest ?? '') : ''
      if (known !== undefined && (known !== '' || !how?.startsWith(':'))) return known
      return how?.endsWith('-') ? (rest ?? '') : `\${${name}}`
    },
  )
}

/** The names and values of an `.env` file; lines that say nothing are left out. */
export function readEnv(text: string): Variables {
  const out = new Map<string, string>()
  for (const line of text.split('\n')) {
    const found = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/.exec(line)
    if (found?.[1] === undefined) continue
    const raw = (found[2] ?? '').trim()
    const quoted = /^(["'])(.*)\1/.exec(raw)
    out.set(found[1], quoted?.[2] ?? raw.replace(/\s#.*$/, '').trimEnd())
  }
  return out
}
