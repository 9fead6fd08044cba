import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FORMATS, IMPORT_FORMATS } from './formats.ts'
import { SAMPLES_FOR_TESTS } from './samples-for-tests.ts'
import { TestBoard, tryImport } from './testing.ts'
import { MOST_TEXT } from './text/refuse-text.ts'

const SAMPLES = IMPORT_FORMATS.map((format): [string, { name: string; text: string }] => [
  format,
  SAMPLES_FOR_TESTS[format] ?? { name: '', text: '' },
])

test.each(SAMPLES)(
  '%s: recognised by name and by text alone, and as nothing else before',
  (format, { name, text }) => {
    expect(tryImport({ name, text })).toMatchObject({ ok: true, format })
    expect(tryImport({ text })).toMatchObject({ ok: true, format })
  },
)

test.each(SAMPLES)(
  '%s: brought twice it adds nothing; moved and renamed things stay as people left them',
  (format, { name, text }) => {
    const t = new TestBoard()
    const first = t.import({ name, text })
    expect(first.added.items).toBeGreaterThan(1)
    const [one] = [...t.board.items.values()].filter((item) => item.type === 'component')
    if (!one?.place) throw new Error(`${format} brought nothing`)
    t.apply([
      { do: 'set', id: one.id, fields: { name: 'as we call it' } },
      { do: 'place', places: [{ id: one.id, place: { x: -5000, y: 77, w: 200, h: 80, parent: null } }] },
    ])
    const before = JSON.stringify([...t.board.items.values()])
    const again = t.import({ name, text })
    expect(again.commands).toEqual([])
    expect(JSON.stringify([...t.board.items.values()])).toBe(before)
  },
)

test.each(SAMPLES)('%s: Windows line ends and a byte order mark change nothing', (_, { name, text }) => {
  const [plain, dressed] = [new TestBoard(), new TestBoard()]
  plain.import({ name, text })
  dressed.import({ name, text: `\ufeff${text.replaceAll('\n', '\r\n')}` })
  expect([dressed.components, dressed.arrows]).toEqual([plain.components, plain.arrows])
})

test.each(SAMPLES)(
  '%s: empty, UTF-16 read as UTF-8, binary and enormous files give a sentence',
  (format, { name, text }) => {
    const id = (given: string): string => {
      const result = tryImport({ name, text: given, format })
      return result.ok ? 'imported' : result.error.id
    }
    expect(id('')).toBe('empty')
    expect(id('\ufeff \n')).toBe('empty')
    expect(id([...text].join('\0'))).toBe('not-text')
    expect(id(`${text}\u0007`)).toBe('not-text')
    const started = performance.now()
    expect(id(text + ' '.repeat(MOST_TEXT))).toBe('too-large')
    expect(performance.now() - started).toBeLessThan(500)
  },
)

test.each(SAMPLES)(
  '%s: cut off anywhere it gives a result, and an error has a sentence',
  (format, { name, text }) => {
    for (let end = 1; end < text.length; end++) {
      const result = tryImport({ name, text: text.slice(0, end), format })
      if (!result.ok) expect(result.error.message).toMatch(/[.…]$/)
    }
  },
)

const PIECES = [
  '"',
  "'",
  '`',
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '->',
  '--',
  '-->',
  '---',
  '-.',
  '==',
  '|',
  ';',
  ',',
  ':',
  ':::',
  '&',
  '@{',
  '\\',
  '\n',
  ' ',
  '\t',
  '#',
  '//',
  '/*',
  '%%',
  '=',
  '+',
  '*a',
  '&a',
  '<<',
  '__proto__',
  'constructor',
  'this',
  'end',
  'subgraph',
  'null',
  '1e999',
  '-1',
  '\ud800',
  '\u2028',
  '…',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '"id": "a"',
]

test.each(SAMPLES)(
  '%s: whatever is done to a file, reading it gives a result that a board takes',
  (format, { name, text }) => {
    const change = fc.record({
      at: fc.nat({ max: text.length }),
      drop: fc.nat({ max: 12 }),
      put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })),
      again: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let given = text
        for (const { at, drop, put, again } of changes) {
          const rest = given.slice(at + drop)
          given = given.slice(0, at) + put + rest + (again ? rest : '')
        }
        const result = tryImport({ name, text: given, format })
        if (!result.ok) return /[.…]$/.test(result.error.message)
        new TestBoard().import({ name, text: given, format })
        return true
      }),
      { numRuns: 150, seed: 7 },
    )
  },
  60_000,
)

test('any text at all is no trouble to any format', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }),
      fc.constantFrom(...FORMATS),
      (pieces, format) => {
        const starts = [
          '',
          'digraph {',
          'flowchart TD\n',
          'workspace {',
          '{',
          '[',
          'name,kind\n',
          'services:\n ',
        ]
        for (const start of starts)
          format.draft({ name: 'x', text: start + pieces.join(''), env: '', overlays: [] })
        return true
      },
    ),
    { numRuns: 400, seed: 11 },
  )
}, 60_000)

/** Text that costs a careless parser the square of its length. */
const HEAVY: readonly (readonly [format: string, start: string, piece: string])[] = [
  ['dot', 'digraph {', 'a->'],
  ['dot', 'digraph {', '"'],
  ['dot', 'digraph {', '/*'],
  ['dot', 'digraph { a [label=', '<'],
  ['dot', 'digraph {', 'a[b=c]'],
  ['mermaid', 'flowchart TD\n', 'a-- '],
  ['mermaid', 'flowchart TD\n', 'a-->'],
  ['mermaid', 'flowchart TD\n', 'a[('],
  ['mermaid', 'flowchart TD\n', 'a["'],
  ['mermaid', 'flowchart TD\n', '!\n'],
  ['mermaid', 'flowchart TD\n', '---'],
  ['mermaid', 'flowchart TD\n', 'a@{'],
  ['structurizr-dsl', 'workspace {\n', '" '],
  ['structurizr-dsl', 'workspace {\n', 'a -> b\n'],
  ['structurizr-dsl', 'workspace {\n', '\\"'],
  ['csv', 'name,kind\n', '"'],
  ['csv', 'name,kind\n', '"",'],
  ['json-canvas', '{"nodes":[', '{},'],
  ['excalidraw', '{"elements":["', '\\'],
  ['excalidraw', '{"elements":["', '\\"'],
  ['dependencies', '[', '"a",'],
  ['otlp-trace', '{"resourceSpans":', '['],
  ['docker-compose', 'services:\n', ' a:\n'],
  ['kubernetes', 'kind: A\n', '---\n'],
]

test.each(HEAVY)(
  '%s: %j and then %j over and over takes seconds at most',
  (format, start, piece) => {
    const text = (start + piece.repeat(Math.ceil(400_000 / piece.length))).slice(0, 400_000)
    const started = performance.now()
    const result = tryImport({ text, format })
    const took = performance.now() - started
    if (!result.ok) expect(result.error.message.length).toBeLessThan(400)
    expect(took).toBeLessThan(4_000)
  },
  30_000,
)

test('names made to be taken for one another give one of them, and a board that takes it', () => {
  const t = new TestBoard()
  t.import({ name: 'a.dot', text: 'digraph { subgraph cluster_a { x } " group cluster_a" -> x; "" -> x }' })
  expect(t.insides.a).toEqual(['x'])
  const long = 'n'.repeat(300)
  t.import({ name: 'b.csv', text: `name,group\n${long}1,g\n${long}2,g\ngroup g,\n` })
  expect(t.insides.g).toHaveLength(2)
  expect(
    t.import({ name: 'b.csv', text: `name,group\n${long}1,g\n${long}2,g\ngroup g,\n` }).commands,
  ).toEqual([])
})

test('names of a file are names: no prototype is touched, no markup is more than text', () => {
  const t = new TestBoard()
  t.import({
    name: 'a.csv',
    text: 'name,kind,group\n__proto__,constructor,__proto__\n<img src=x onerror=alert(1)>,toString,hasOwnProperty\n',
  })
  expect(t.insides.hasOwnProperty).toEqual(['<img src=x onerror=alert(1)>'])
  expect(({} as Record<string, unknown>).kind).toBeUndefined()
})
