import { escapeMarkup } from '@second-story/std'
import {
  type Group,
  type Line,
  NONE_WRITTEN,
  type RecordBlock,
  type RecordSource,
  type Section,
  type TimelineLine,
  type WrittenRecord,
} from '../record.ts'
import { linkHtml, proseHtml, runsHtml } from './prose.ts'
import { STYLE } from './style.ts'

export interface HtmlOptions {
  /** SVG source of the two pictures, made by this product; a slot without one shows the text alone */
  readonly pictures?: { readonly system?: string; readonly story?: string }
  /** `@font-face` rules with the fonts inside; without them the reader's own fonts serve */
  readonly fontFaces?: string
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"

/** The record as one page that needs nothing else: no script, no request; it prints well on A4. */
export function toHtml(record: WrittenRecord, options: HtmlOptions = {}): string {
  const title = escapeMarkup(record.title)
  const sections = record.sections.map((section) => sectionHtml(section, options)).join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${options.fontFaces ?? ''}${STYLE}</style>
</head>
<body>
<main class="page">
<header>
<h1>${title}</h1>
<p class="dates">${record.dates ? `<b>${escapeMarkup(record.dates)}</b>` : ''}<span>${escapeMarkup(record.times)}</span></p>
</header>
${contents(record)}
${sections}
${sourcesHtml(record.sources)}
</main>
</body>
</html>
`
}

function contents(record: WrittenRecord): string {
  const entries = record.sections.map(
    ({ key, title }) => `<li><a href="#${key}">${escapeMarkup(title)}</a></li>`,
  )
  if (record.sources.length > 0) entries.push('<li><a href="#sources">Sources</a></li>')
  return `<nav class="contents" aria-label="Contents"><ol>${entries.join('')}</ol></nav>`
}

function sectionHtml(section: Section, options: HtmlOptions): string {
  const heading = `<h2>${escapeMarkup(section.title)}</h2>`
  const body =
    section.blocks.length === 0 ? `<p class="none">${NONE_WRITTEN}</p>` : bodyHtml(section, options)
  const empty = section.blocks.length === 0 ? ' class="empty"' : ''
  return `<section id="${section.key}"${empty} aria-label="${escapeMarkup(section.title)}">${heading}${body}</section>`
}

/** A narrow picture stands beside its text, a wide one above it. */
function bodyHtml(section: Section, options: HtmlOptions): string {
  const slot = section.blocks.find((block) => block.block === 'picture')
  if (slot?.block !== 'picture') return section.blocks.map(blockHtml).join('')
  const svg = options.pictures?.[slot.picture]
  const text = section.blocks
    .filter((block) => block !== slot)
    .map(blockHtml)
    .join('')
  if (!svg) return `<div class="compact wide">${text}</div>`
  const figure = `<figure role="group" aria-label="${escapeMarkup(slot.words)}">${svg}</figure>`
  return isNarrow(svg)
    ? `<div class="compact beside">${figure}<div>${text}</div></div>`
    : `<div class="compact wide">${figure}${text}</div>`
}

/** Wider than this, a picture gets the whole column. */
const NARROW = 480

function isNarrow(svg: string): boolean {
  const width = /^<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1]
  return width !== undefined && Number(width) <= NARROW
}

function blockHtml(block: RecordBlock): string {
  switch (block.block) {
    case 'prose':
      return `<div class="prose">${proseHtml(block.prose)}</div>`
    case 'picture':
      return ''
    case 'groups':
      return `<div class="groups">${block.groups.map(groupHtml).join('')}</div>`
    case 'timeline':
      return block.days
        .map(({ title, entries }) => {
          const day = title === null ? '' : `<h3 class="day">${escapeMarkup(title)}</h3>`
          return `${day}<ol class="timeline">${entries.map(entryHtml).join('')}</ol>`
        })
        .join('')
    case 'questions':
      return `<ul class="questions">${block.questions.map((line) => `<li>${lineHtml(line)}</li>`).join('')}</ul>`
  }
}

function groupHtml(group: Group): string {
  const heading =
    group.title === null ? '' : `<h3 class="${group.part ?? 'bare'}">${escapeMarkup(group.title)}</h3>`
  const lines = group.lines
    .map((line) => (group.part === null ? `<li>${lineHtml(line)}</li>` : factorHtml(line)))
    .join('')
  return `<div class="group">${heading}<ul class="lines">${lines}</ul></div>`
}

function entryHtml(entry: TimelineLine): string {
  const when = `<span class="${entry.quoted ? 'when quoted' : 'when'}">${escapeMarkup(entry.when)}</span>`
  return `<li>${when}<div>${lineHtml(entry)}</div></li>`
}

/** A factor among many: its words by themselves, what they are connected to below. */
function factorHtml(line: Line): string {
  const details = line.details.map(runsHtml).join('; ')
  const below = details === '' ? '' : `<span class="details">${details}</span>`
  const what = `<span class="what">${runsHtml(line.words)}${marksHtml(line)}</span>`
  return `<li class="apart">${what}${below}${behindHtml(line)}</li>`
}

function lineHtml(line: Line): string {
  const details = line.details.map(runsHtml).join('; ')
  const after = details === '' ? '' : `<span class="details">; ${details}</span>`
  return runsHtml(line.words) + after + marksHtml(line) + behindHtml(line)
}

function marksHtml({ stamps, sources }: Line): string {
  return [
    ...stamps.map((stamp) => ` <span class="stamp">${escapeMarkup(stamp)}</span>`),
    ...sources.map((number) => `<a class="cite" href="#source-${number}">[${number}]</a>`),
  ].join('')
}

/** Longer words: notes as they were written, passages as quotations. */
function behindHtml({ notes, excerpts }: Line): string {
  const parts = notes
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<span class="notes">${escapeMarkup(part.trim()).replace(/\n/g, '<br>')}</span>`)
  const said = excerpts.map((words) => `<span class="said">“${escapeMarkup(words)}”</span>`)
  return [...parts, ...said].join('')
}

function sourcesHtml(sources: readonly RecordSource[]): string {
  if (sources.length === 0) return ''
  const lines = sources.map(({ number, title, kind, url }) => {
    const name = escapeMarkup(title)
    const behind = title === kind ? '' : ` (${escapeMarkup(kind)})`
    return `<li id="source-${number}">${url ? linkHtml(url, name) : name}${behind}</li>`
  })
  return `<section id="sources" class="sources" aria-label="Sources"><h2>Sources</h2><ol>${lines.join('')}</ol></section>`
}
