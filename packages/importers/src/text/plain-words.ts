const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  num: '#',
  lpar: '(',
  rpar: ')',
}

/** Names of elements that text in foreign files is dressed with; anything else in angle brackets is text. */
const ELEMENT =
  /<\/?(?:b|i|u|s|o|em|strong|small|sub|sup|code|font|span|div|p|table|tr|td|th|tbody|thead|ul|ol|li|h[1-6]|vr|img|a|pre|center)\b[^<>]{0,2000}>/gi

/** What a label shows: line breaks and cells apart, elements dropped, entities as their characters. No HTML is run or kept. */
export function plainWords(label: string): string {
  return label
    .slice(0, 20_000)
    .replace(/<br\s*\/?>|<hr\s*\/?>|<\/(?:tr|td|p|div|li|h[1-6])\s*>/gi, '\n')
    .replace(ELEMENT, '')
    .replace(/&?#(\d{1,7});?|&#x([0-9a-f]{1,6});?/gi, (whole, decimal?: string, hex?: string) =>
      // "#35;" is how Mermaid writes it, "&#40" occurs in real files; "issue #12" stays
      whole.startsWith('&') || whole.endsWith(';') ? character(decimal, hex, whole) : whole,
    )
    .replace(/[&#]([a-z]{2,6});/gi, (whole, name: string) =>
      Object.hasOwn(NAMED, name.toLowerCase()) ? (NAMED[name.toLowerCase()] ?? whole) : whole,
    )
}

/** The first line of a label's words, and the others: a name, and what stands below it. */
export function nameAndRest(words: string): { readonly name: string; readonly rest: string } {
  const lines = words
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
  return { name: lines[0] ?? '', rest: lines.slice(1).join(' ') }
}

function character(decimal: string | undefined, hex: string | undefined, whole: string): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  const usable = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && code !== 127
  return usable ? String.fromCodePoint(code) : whole
}
