import type { ProseBlock, ProseRun } from '@second-story/board'
import type { BlockContent, List, ListItem, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Handle, toMarkdown as write } from 'mdast-util-to-markdown'
import {
  type Group,
  type Line,
  NONE_WRITTEN,
  type RecordBlock,
  type Section,
  type TimelineLine,
  type Words,
  type WrittenRecord,
} from '../record.ts'

export interface MarkdownOptions {
  /** where the pictures lie, beside the file or on a server; without them the text stands alone */
  readonly pictures?: { readonly system?: string; readonly story?: string }
}

/** The record as Markdown for a wiki, an issue or a repository: one idea a line, stable, text is only ever text. */
export function toMarkdown(record: WrittenRecord, options: MarkdownOptions = {}): string {
  const head: RootContent[] = [{ type: 'heading', depth: 1, children: text(record.title) }]
  if (record.dates) head.push(paragraph([{ type: 'strong', children: text(record.dates) }]))
  head.push(paragraph(text(record.times)))
  const root: Root = {
    type: 'root',
    children: [
      ...head,
      ...record.sections.flatMap((section) => sectionNodes(section, options)),
      ...sourceNodes(record),
    ],
  }
  return write(root, {
    bullet: '-',
    emphasis: '_',
    strong: '*',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    extensions: [gfmToMarkdown(), { handlers: { text: writeText } }],
  })
}

/** As the library does, but an underscore inside a word needs no backslash: it never begins emphasis. */
const writeText: Handle = (node: Text, _parent, state, info) =>
  state.safe(node.value, info).replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')

function sectionNodes(section: Section, options: MarkdownOptions): RootContent[] {
  const body = section.blocks.flatMap((block) => blockNodes(block, options))
  return [
    { type: 'heading', depth: 2, children: text(section.title) },
    ...(body.length > 0 ? body : [paragraph([{ type: 'emphasis', children: text(NONE_WRITTEN) }])]),
  ]
}

function blockNodes(block: RecordBlock, options: MarkdownOptions): RootContent[] {
  switch (block.block) {
    case 'prose':
      return block.prose.map((one) => proseNode(one, 3))
    case 'picture': {
      const url = options.pictures?.[block.picture]
      return url ? [paragraph([{ type: 'image', url, alt: block.words }])] : []
    }
    case 'groups':
      return block.groups.flatMap((group) => groupNodes(group))
    case 'timeline':
      return block.days.flatMap(({ title, entries }) => [
        ...(title === null ? [] : [heading(title)]),
        list(entries.map((entry) => item(timelineWords(entry), entry))),
      ])
    case 'questions':
      return [list(block.questions.map((line) => item(phrasing(line.words), line)))]
  }
}

function groupNodes(group: Group): RootContent[] {
  const words = (line: Line): PhrasingContent[] =>
    group.part === null ? phrasing(line.words) : [{ type: 'strong', children: phrasing(line.words) }]
  const lines = list(group.lines.map((line) => item(words(line), line)))
  return group.title === null ? [lines] : [heading(group.title), lines]
}

function timelineWords(entry: TimelineLine): PhrasingContent[] {
  const when: PhrasingContent = entry.quoted
    ? { type: 'emphasis', children: text(entry.when) }
    : { type: 'strong', children: clock(entry.when) }
  return [when, ...text(' '), ...phrasing(entry.words)]
}

/** A time as it is: `~` and `[` need no backslash there, since everything else that could pair with them has one. */
function clock(when: string): PhrasingContent[] {
  return /^[~[\d]/.test(when) ? [{ type: 'html', value: when }] : text(when)
}

/** "Words; detail; _stamp_[^1]", then notes and quoted passages as paragraphs of the same entry. */
function item(words: PhrasingContent[], line: Line): ListItem {
  const first: PhrasingContent[] = [...words]
  for (const detail of line.details) first.push(...text('; '), ...phrasing(detail))
  for (const stamp of line.stamps) first.push(...text('; '), { type: 'emphasis', children: text(stamp) })
  for (const number of line.sources) {
    first.push({ type: 'footnoteReference', identifier: String(number), label: String(number) })
  }
  return {
    type: 'listItem',
    spread: line.notes !== '' || line.excerpts.length > 0,
    children: [paragraph(first), ...noteParagraphs(line.notes), ...line.excerpts.map(quote)],
  }
}

function sourceNodes(record: WrittenRecord): RootContent[] {
  return record.sources.map(({ number, title, kind, url }) => {
    const name: PhrasingContent[] = url ? [{ type: 'link', url, children: text(title) }] : text(title)
    const behind = title === kind ? [] : text(` (${kind})`)
    const children: BlockContent[] = [paragraph([...name, ...behind])]
    return { type: 'footnoteDefinition', identifier: String(number), label: String(number), children }
  })
}

function heading(title: string): RootContent {
  return { type: 'heading', depth: 3, children: text(title) }
}

function list(children: ListItem[]): List {
  return { type: 'list', ordered: false, spread: children.some((child) => child.spread), children }
}

function quote(excerpt: string): BlockContent {
  return { type: 'blockquote', children: [paragraph(text(excerpt))] }
}

function noteParagraphs(notes: string): BlockContent[] {
  return notes
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => paragraph(broken(part)))
}

function paragraph(children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children }
}

function phrasing(words: Words): PhrasingContent[] {
  return words.flatMap(runNodes)
}

function runNodes(run: ProseRun): PhrasingContent[] {
  if (run.text === '') return []
  let nodes: PhrasingContent[] = run.code
    ? [{ type: 'inlineCode', value: run.text.replace(/\s+/g, ' ') }]
    : broken(run.text)
  if (run.italic) nodes = [{ type: 'emphasis', children: nodes }]
  if (run.bold) nodes = [{ type: 'strong', children: nodes }]
  if (run.link) nodes = [{ type: 'link', url: run.link, children: nodes }]
  return nodes
}

/** Line ends inside a paragraph as breaks. */
function broken(words: string): PhrasingContent[] {
  return words
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .flatMap((part, at): PhrasingContent[] =>
      at === 0 ? text(part) : [{ type: 'break' }, ...text(part.trimStart())],
    )
}

function text(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}

/** Headings inside a section go below its own. */
function proseNode(block: ProseBlock, depth: 3 | 4): BlockContent {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(phrasing(block.runs))
    case 'heading':
      return { type: 'heading', depth: block.level === 1 ? depth : 4, children: phrasing(block.runs) }
    case 'list':
      return {
        type: 'list',
        ordered: block.ordered,
        spread: false,
        children: block.entries.map((entry) => ({
          type: 'listItem',
          spread: false,
          children: entry.map((one) => proseNode(one, 4)),
        })),
      }
    case 'quote':
      return { type: 'blockquote', children: block.blocks.map((one) => proseNode(one, 4)) }
    case 'code':
      return { type: 'code', value: block.text }
    case 'rule':
      return { type: 'thematicBreak' }
  }
}
