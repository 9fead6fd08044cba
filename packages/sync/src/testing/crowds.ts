import { between, type ForgedSection, forge, inRoot } from './forge.ts'

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))

const letters = (client: number, clock: number, structs: ForgedSection['structs']): Uint8Array =>
  forge([{ client, clock, structs }])

/** A text typed by one client from its first letter to its last. */
const typed = (client: number, n: number): Uint8Array =>
  letters(
    client,
    0,
    times(n, (i) => between(i === 0 ? null : [client, i - 1], null)),
  )

/**
 * For tests: layers of some 2n structs that keep whoever integrates them walking for n² steps, in the order of the updates or
 * in the order in which Yjs loads them.
 */
export const CROWDS: Readonly<Record<string, (n: number) => Uint8Array[]>> = {
  'entries without origins, then more under higher clients': (n) => [
    letters(
      1,
      0,
      times(n, () => between(null, null)),
    ),
    ...times(10, (i) =>
      letters(
        2 + i,
        0,
        times(n / 10, () => between(null, null)),
      ),
    ),
  ],
  'a chain, then letters far left that name no right': (n) => [
    typed(1, n),
    ...times(10, (i) =>
      letters(
        2,
        (i * n) / 10,
        times(n / 10, (j) => between([1, ((i * n) / 10 + j) >> 1], null)),
      ),
    ),
  ],
  'letters before ever other rights': (n) => [
    typed(1, n),
    ...times(10, (i) =>
      letters(
        2 + i,
        0,
        times(n / 10, (j) => between(null, [1, (i * n) / 10 + j])),
      ),
    ),
  ],
  'letters that wait left of what grows under a higher client': (n) => [
    letters(50, 0, [between(null, null)]),
    letters(60, 0, [between([50, 0], null)]),
    letters(
      10,
      0,
      times(n, (i) => between([50, 0], i === 0 ? null : [10, 0])),
    ),
    ...times(10, (i) =>
      letters(
        90,
        (i * n) / 10,
        times(n / 10, (j) => between(i + j === 0 ? [60, 0] : [90, (i * n) / 10 + j - 1], null)),
      ),
    ),
  ],
  'one letter before a list that was written from its end, and a text on it': (n) => [
    letters(
      50,
      0,
      times(n, (i) => between(null, i === 0 ? null : [50, i - 1])),
    ),
    letters(10, 0, [between(null, [50, 0])]),
    ...times(10, (i) =>
      letters(
        90,
        (i * n) / 10,
        times(n / 10, (j) => between(i + j === 0 ? [10, 0] : [90, (i * n) / 10 + j - 1], null)),
      ),
    ),
  ],
  'a key set over and over by those who do not know it is set': (n) => [
    letters(9, 0, [inRoot('items'), ...times(n - 1, (i) => between([9, i], null))]),
    ...times(10, (i) =>
      letters(
        10 + i,
        0,
        times(n / 10, () => inRoot('items')),
      ),
    ),
  ],
}
