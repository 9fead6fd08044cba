/** A sentence, or how one is made of what it is told: `(n: number) => …`. Never markup, never a part of a sentence. */
export type Message = string | ((...told: never[]) => string)
export type Messages = Readonly<Record<string, Message>>

/** What another language says in place of the English, part by part. What it leaves out stays English. */
export type Translation = Readonly<Record<string, Messages>>

let spoken: Translation = {}
const parts = new Map<string, Messages>()

/**
 * The table of what one part of the screen says, in English, under a name of its own: `words('map.menu', { copy: 'Copy' })`.
 * It answers in the language that `speak` named, read anew each time, so that a table may be made before the language is known.
 * Throws where two parts take one name.
 */
export function words<const M extends Messages>(part: string, english: M): M {
  const known = parts.get(part)
  if (known !== undefined && Object.keys(known).join() !== Object.keys(english).join())
    throw new Error(`two tables of words are named ${part}`)
  parts.set(part, english)
  const table = {}
  for (const key of Object.keys(english))
    Object.defineProperty(table, key, { enumerable: true, get: () => spoken[part]?.[key] ?? english[key] })
  return table as M
}

/** From now on in this language. Called once, before the first screen is drawn. */
export function speak(translation: Translation): void {
  spoken = translation
}

/** Every table there is, in English: what a translator is given. */
export function everyTable(): ReadonlyMap<string, Messages> {
  return parts
}

/** `counted(1, 'note', 'notes')` -> "1 note". For English tables; a language with other plurals brings its own. */
export function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}
