/** What stands before a sign: person and number, of fixed width, so that it is found in bytes without decoding them. */
const STAMP = 'T@'
const PERSON_DIGITS = 5
const NUMBER_DIGITS = 8

/** Text that says which person's which change this is; it goes into a stored value. */
export function sign(person: number, n: number): string {
  return `${STAMP}${String(person).padStart(PERSON_DIGITS, '0')}${String(n).padStart(NUMBER_DIGITS, '0')}`
}

/** Every sign in the bytes, as person, number, person, number … */
export function readSigns(bytes: Buffer): number[] {
  const signs: number[] = []
  for (let at = bytes.indexOf(STAMP); at >= 0; at = bytes.indexOf(STAMP, at + 15)) {
    signs.push(digits(bytes, at + 2, PERSON_DIGITS), digits(bytes, at + 2 + PERSON_DIGITS, NUMBER_DIGITS))
  }
  return signs
}

function digits(bytes: Buffer, from: number, count: number): number {
  let value = 0
  for (let i = from; i < from + count; i++) value = value * 10 + (bytes[i] ?? 48) - 48
  return value
}

const CURSOR = /"cursor":\{"x":(\d+),"y":(\d+)/g

/** Cursors in JSON, x the number and y the person. */
export function readCursors(bytes: Buffer): number[] {
  const found: number[] = []
  for (const [, n, person] of bytes.toString('latin1').matchAll(CURSOR)) found.push(Number(person), Number(n))
  return found
}
