import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { composeRecord } from './compose/compose-record.ts'
import { toHtml } from './html/to-html.ts'
import { toJson } from './json/to-json.ts'
import { toMarkdown } from './markdown/to-markdown.ts'
import { add, buildBoard, connect, prose } from './testing/build-board.ts'

const hostile = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'<>&"\'`*_~[]()!#-+.1|\\:/@ \n\tab'), maxLength: 40 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![x](https://example.org/x.png)',
    '[x](javascript:alert(1))',
    '<https://example.org>',
    'https://example.org and www.example.org and a@example.org',
    '# heading',
    '- list\n- list',
    '> quote',
    '```\ncode\n```',
    '    code',
    '| a | b |\n|---|---|',
    '[^1]: note',
    '&lt;b&gt; &amp;',
    'a\n===',
    '---',
    '</style><script>x</script>',
  ),
)

function board(text: string) {
  return buildBoard(
    [
      prose('summary', text),
      add('a', 'component', { name: text.slice(0, 200), technology: text.slice(0, 200), notes: text }),
      add('b', 'component', { name: 'orders' }),
      add('f', 'factor', { text, notes: text, kind: 'contributed-to' }),
      add('e', 'event', {
        text,
        notes: text,
        when: {
          precision: 'unknown',
          at: null,
          end: null,
          words: text.slice(0, 100),
          zone: 'UTC',
          order: '',
        },
        sources: [{ id: 's', kind: 'log', title: text.slice(0, 200), excerpt: text }],
      }),
      add('q', 'question', { text }),
      add('i', 'insight', { text, whoNowKnows: text.slice(0, 200) }),
      connect('a', 'calls', 'b', text.slice(0, 200)),
      connect('f', 'contributed-to', 'e', text.slice(0, 200)),
    ],
    { title: text.slice(0, 200) },
  )
}

interface Node {
  readonly type: string
  readonly value?: string
  readonly identifier?: string
  readonly children?: readonly Node[]
}

function* nodes(node: Node): Generator<Node> {
  yield node
  for (const child of node.children ?? []) yield* nodes(child)
}

test('in Markdown, text is text: no tag, link, picture, code or quote comes out of it', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      // a parser without footnotes takes ours for links
      const all = [...nodes(fromMarkdown(toMarkdown(composeRecord(board(text)))) as Node)]
      const made = new Set(
        all.filter((node) => !/^\^\d+$/.test(node.identifier ?? '')).map((node) => node.type),
      )
      for (const type of [
        'html',
        'link',
        'image',
        'linkReference',
        'imageReference',
        'definition',
        'code',
        'inlineCode',
      ])
        expect(made).not.toContain(type)
    }),
    { seed: 41, numRuns: 60 },
  )
}, 20_000)

test('in Markdown, the words of a factor come back as they were', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const words = text.trim().replace(/\s+/g, ' ')
      fc.pre(words !== '' && ![...words].some((letter) => letter < ' '))
      const tree = fromMarkdown(toMarkdown(composeRecord(board(text)))) as Node
      const flat = [...nodes(tree)].map((node) => node.value ?? '').join('')
      expect(flat.replace(/\s+/g, ' ')).toContain(words)
    }),
    { seed: 42, numRuns: 60 },
  )
}, 20_000)

const TAGS =
  /^<(?:!doctype html|\/?(?:html|head|body|main|header|nav|section|figure|div|span|p|h[1-4]|ul|ol|li|a|b|strong|em|code|pre|blockquote|title|style)|meta|br|hr)(?: [a-z-]+="[^"<>]*")*>$/

test('in HTML, text is text: only our own tags and attributes, no script, no request', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const html = toHtml(composeRecord(board(text))).replace(/<style>[\s\S]*?<\/style>/, '')
      for (const [tag] of html.matchAll(/<[^>]*>?/g)) {
        expect(tag).toMatch(TAGS)
        expect(tag).not.toMatch(/ on[a-z]+=| src=|javascript:/i)
      }
    }),
    { seed: 43, numRuns: 60 },
  )
}, 20_000)

test('in JSON, text comes back as it was', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const made = JSON.parse(toJson(board(text))) as { items: { type: string; text?: string }[] }
      expect(made.items.find((item) => item.type === 'factor')?.text).toBe(text)
    }),
    { seed: 44, numRuns: 60 },
  )
}, 20_000)
