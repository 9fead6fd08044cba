/** The name of a line in the page: an item's id, or `<item>:<relation>` for an arrow below it. */
export type LineKey = string

const LOOKS = 40

let wanted: { readonly key: LineKey; readonly view: HTMLElement | null } | null = null

export function lineElement(key: LineKey): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-outline] [data-line="${CSS.escape(key)}"]`)
}

/** Gives the focus to a line, now or as soon as it is drawn; a focus that went elsewhere meanwhile stays there. */
export function focusLine(key: LineKey): void {
  wanted = { key, view: null }
  look(wanted, LOOKS)
}

function look(asked: NonNullable<typeof wanted>, looks: number): void {
  if (wanted !== asked) return
  const line = lineElement(asked.key)
  if (line) {
    wanted = null
    line.focus()
    line.scrollIntoView({ block: 'nearest' })
  } else if (looks > 0) setTimeout(() => look(asked, looks - 1), 25)
}

/** A field has taken the focus: no line is waited for any more. */
export function forgetLine(): void {
  wanted = null
}

/** All lines that can have the focus, as they stand. */
export function allLines(view: HTMLElement): HTMLElement[] {
  return [...view.querySelectorAll<HTMLElement>('[data-line]')]
}

/** Of all lines one is reached by Tab: the one that had the focus last. */
export function makeCurrent(view: HTMLElement, line: HTMLElement | null): void {
  const before = view.querySelectorAll<HTMLElement>('[data-line][tabindex="0"]')
  for (const one of before) if (one !== line) one.tabIndex = -1
  if (line) line.tabIndex = 0
}

/** The line before or after another; Home and End lead to the first and last. */
export function lineTowards(view: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const all = allLines(view)
  const at = all.indexOf(from)
  if (key === 'Home') return all[0]
  if (key === 'End') return all.at(-1)
  return all[key === 'ArrowDown' ? at + 1 : at - 1]
}

/** The first line under the heading before or after. */
export function headTowards(view: HTMLElement, from: HTMLElement, down: boolean): HTMLElement | undefined {
  const heads = [...view.querySelectorAll<HTMLElement>('[data-group]')]
    .map((group) => group.querySelector<HTMLElement>('[data-line]'))
    .filter((line): line is HTMLElement => line !== null)
  const unique = [...new Set(heads)]
  const isAfter = (a: HTMLElement, b: HTMLElement): boolean =>
    (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return down
    ? unique.find((one) => isAfter(from, one))
    : unique.findLast((one) => one !== from && isAfter(one, from))
}
