/** Somebody who can be spoken to. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** What is typed of a name before the caret: `@ad|`. */
export interface Mentioning {
  /** where the @ stands */
  readonly from: number
  readonly typed: string
}

/** Letters of a name that may be typed before nobody can be meant any more. */
const LONGEST = 40

export function mentionAt(text: string, caret: number): Mentioning | null {
  const before = text.slice(0, caret)
  const from = before.lastIndexOf('@')
  if (from < 0 || (from > 0 && !/[\s([{"'“]/.test(before[from - 1] ?? ''))) return null
  const typed = before.slice(from + 1)
  return typed.length > LONGEST || /[\n@]/.test(typed) || typed.startsWith(' ') ? null : { from, typed }
}

/** Those whose name, or a part of it, begins so; at most `most`. */
export function peopleFor(people: readonly Named[], typed: string, most = 6): readonly Named[] {
  const wanted = typed.toLocaleLowerCase()
  const begins = ({ name }: Named): boolean => {
    const whole = name.toLocaleLowerCase()
    return whole.startsWith(wanted) || whole.split(/\s+/).some((part) => part.startsWith(wanted))
  }
  return people.filter(begins).slice(0, most)
}

/** The text with the name in place of what was typed of it, and where the caret goes. */
export function complete(
  text: string,
  caret: number,
  { from }: Mentioning,
  person: Named,
): { readonly text: string; readonly caret: number } {
  const said = `${text.slice(0, from)}@${person.name} `
  return { text: said + text.slice(caret).replace(/^ /, ''), caret: said.length }
}

/** Ids of the people whose `@name` stands in the text; the longest name that fits is meant. */
export function mentionedIn(text: string, people: readonly Named[]): readonly string[] {
  return [...new Set(mentionParts(text, people).flatMap(({ person }) => (person ? [person.id] : [])))]
}

/** The text cut at its mentions. */
export function mentionParts(
  text: string,
  people: readonly Named[],
): readonly { readonly text: string; readonly person: Named | null }[] {
  const byLength = [...people].filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length)
  const out: { text: string; person: Named | null }[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const person = byLength.find(({ name }) => {
      const end = at + 1 + name.length
      return text.slice(at + 1, end) === name && !/[\p{L}\p{N}]/u.test(text[end] ?? '')
    })
    if (!person || at < from) continue
    if (at > from) out.push({ text: text.slice(from, at), person: null })
    from = at + 1 + person.name.length
    out.push({ text: text.slice(at, from), person })
  }
  if (from < text.length) out.push({ text: text.slice(from), person: null })
  return out
}
