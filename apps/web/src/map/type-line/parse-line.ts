/** One end of an arrow as typed: the words of a component, possibly with its kind ("orders-db [datastore]"). */
export interface TypedArrow {
  readonly from: string
  readonly to: string
  /** words in round brackets; '' for none */
  readonly label: string
  /** `~>` and `..>`: asynchronous */
  readonly later: boolean
}

/** What a line asks for: names in the order they were said, each once, and the arrows between them. */
export interface TypedLine {
  readonly names: readonly string[]
  readonly arrows: readonly TypedArrow[]
}

const ARROW = /\s*(~+>|\.{2,}>|-{1,2}>|=>|→|>)\s*/
const LABEL = /^(.*?)\s*\(([^()]*)\)\s*$/
const MOST_NAMES = 60
const LONGEST_NAME = 200

/**
 * Reads `orders > payment (http)`, `a -> b -> c`, `a, b > c, d (grpc)`, or just `orders`. Words in round brackets at
 * the end of a step belong to the arrow that leads to it. Whatever is typed gives something: an arrow without an end
 * is not drawn yet, while its names already stand.
 */
export function parseLine(text: string): TypedLine {
  const names = new Map<string, string>()
  const arrows: TypedArrow[] = []
  const parts = text.split(ARROW)
  let before: readonly string[] = []
  for (let i = 0; i < parts.length; i += 2) {
    const { names: step, label } = readStep(parts[i] ?? '')
    const said = step.map((name) => keep(names, name)).filter((name) => name !== '')
    const sign = i > 0 ? (parts[i - 1] ?? '>') : ''
    for (const from of sign === '' ? [] : before) {
      for (const to of said) {
        if (from !== to) arrows.push({ from, to, label, later: sign.startsWith('~') || sign.startsWith('.') })
      }
    }
    before = said
  }
  return { names: [...names.values()], arrows }
}

function readStep(text: string): { names: readonly string[]; label: string } {
  const found = LABEL.exec(text)
  const words = found ? (found[1] ?? '') : text
  const label = (found?.[2] ?? '').trim().slice(0, LONGEST_NAME)
  return { names: words.split(',').map(tidy), label }
}

// the same name in other letters is the same thing; the first spelling stays
function keep(names: Map<string, string>, name: string): string {
  if (name === '') return ''
  const key = name.toLocaleLowerCase()
  const held = names.get(key)
  if (held !== undefined) return held
  if (names.size >= MOST_NAMES) return ''
  names.set(key, name)
  return name
}

function tidy(name: string): string {
  return name.trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME)
}
