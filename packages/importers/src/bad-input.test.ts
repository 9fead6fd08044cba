import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { IMPORT_FORMATS } from './formats.ts'
import { readFiles } from './import-files.ts'
import { SAMPLES_FOR_TESTS } from './samples-for-tests.ts'
import { TestBoard, tryImport } from './testing.ts'
import { decodeFile } from './text/decode-file.ts'

const SAMPLES = IMPORT_FORMATS.map((format): [string, { name: string; text: string }] => [
  format,
  SAMPLES_FOR_TESTS[format] ?? { name: '', text: '' },
])

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff)
function utf16(text: string, littleEndian: boolean, mark = true): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + (mark ? 2 : 0)))
  const signs = (mark ? '\ufeff' : '') + text
  for (let i = 0; i < signs.length; i++) view.setUint16(i * 2, signs.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}
/** What comes of a file's bytes: the names that it brings, or what is wrong with it. */
function bring(format: string, name: string, bytes: Uint8Array): readonly string[] | string {
  const decoded = decodeFile(bytes)
  if (!decoded.ok) return `${decoded.error.id} ${decoded.error.line ?? '-'}`
  const result = tryImport({ name, text: decoded.text, format })
  if (!result.ok) return result.error.id
  return result.changes.map((one) => `${one.does} ${one.name} ${one.to ?? ''}`)
}

test.each(SAMPLES)(
  '%s: the same in UTF-8 and UTF-16 with their marks; other encodings are named with the place',
  (format, { name, text }) => {
    const plain = bring(format, name, utf8(text))
    expect(Array.isArray(plain)).toBe(true)
    for (const bytes of [utf8(`\ufeff${text}`), utf16(text, true), utf16(text, false)])
      expect(bring(format, name, bytes)).toEqual(plain)
    const lines = text.split('\n').length
    expect(bring(format, name, latin1(`${text}\u00e9`))).toBe(`not-text ${lines}`)
    expect(bring(format, name, utf16(text, true, false))).toMatch(/^not-text/)
    expect(bring(format, name, utf8(''))).toBe('empty')
  },
)

const HUNDRED = new Uint8Array(100_000_000).fill(97)
const HUNDRED_SIGNS = new TextDecoder('latin1').decode(HUNDRED)

test.each(SAMPLES)('%s: a hundred megabytes are refused before anything is read', (format, { name }) => {
  const started = performance.now()
  expect(bring(format, name, HUNDRED)).toMatch(/^too-large/)
  const read = readFiles([{ name, text: HUNDRED_SIGNS }])[0]?.read
  for (const error of [tryImport({ name, text: HUNDRED_SIGNS, format }), read])
    expect(error).toMatchObject({ ok: false, error: { id: 'too-large' } })
  // on a busy machine too; looking through it takes longer
  expect(performance.now() - started).toBeLessThan(300)
})

/** Things that lead to one another, or to themselves, in every way that a format has. */
const CYCLES: Readonly<Record<string, string>> = {
  'docker-compose':
    'services:\n  a: &a {depends_on: [b], links: [a], extends: {service: b}}\n  b: {depends_on: [a], extends: {service: a}}\n',
  kubernetes:
    'apiVersion: v1\nkind: List\nitems: &i\n- apiVersion: v1\n  kind: List\n  items: *i\n- {apiVersion: v1, kind: Pod, metadata: {name: a}}\n',
  excalidraw:
    '{"type": "excalidraw", "elements": [{"id": "f", "type": "frame", "frameId": "f"}, {"id": "a", "type": "rectangle", "containerId": "t"}, {"id": "t", "type": "text", "text": "x", "containerId": "a"}, {"id": "r", "type": "arrow", "startBinding": {"elementId": "r"}, "endBinding": {"elementId": "a"}}]}',
  'json-canvas':
    '{"nodes": [{"id": "a", "type": "group", "x": 0, "y": 0, "width": 9, "height": 9}, {"id": "b", "type": "group", "x": 0, "y": 0, "width": 9, "height": 9}, {"id": "c", "type": "text", "text": "x"}], "edges": [{"fromNode": "a", "toNode": "a"}, {"fromNode": "c", "toNode": "c"}]}',
  'structurizr-json':
    '{"model": {"softwareSystems": [{"id": "1", "name": "A", "relationships": [{"destinationId": "1"}, {"destinationId": "2"}]}, {"id": "2", "name": "B", "relationships": [{"destinationId": "1"}]}]}}',
  dependencies:
    '[{"parent": "a", "child": "a", "callCount": 1}, {"parent": "a", "child": "b", "callCount": 1}, {"parent": "b", "child": "a", "callCount": 1}]',
  'otlp-trace':
    '{"resourceSpans": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "a"}}]}, "scopeSpans": [{"spans": [{"traceId": "t", "spanId": "1", "parentSpanId": "2"}, {"traceId": "t", "spanId": "2", "parentSpanId": "1"}]}]}]}',
  'jaeger-trace':
    '{"data": [{"processes": {"p": {"serviceName": "a"}}, "spans": [{"traceID": "t", "spanID": "1", "processID": "p", "references": [{"spanID": "1"}]}]}]}',
  'zipkin-trace':
    '[{"traceId": "t", "id": "1", "parentId": "1", "localEndpoint": {"serviceName": "a"}}, {"traceId": "t", "id": "2", "parentId": "1", "localEndpoint": {"serviceName": "b"}}]',
  'structurizr-dsl':
    'workspace {\n model {\n a = softwareSystem "A"\n b = softwareSystem "B"\n a -> b\n b -> a\n a -> a\n }\n}\n',
  dot: 'digraph { subgraph cluster_a { subgraph cluster_a { a } } a -> b -> a -> a }',
  mermaid: 'flowchart LR\n subgraph g\n subgraph g\n a\n end\n g --> g\n end\n a --> b --> a --> a\n',
  csv: 'name,group\na,a\nb,a\n\nfrom,to\na,b\nb,a\na,a\n',
}

test.each(SAMPLES)(
  '%s: what leads to itself gives a board that can be read, and nothing the second time',
  (format, { name }) => {
    const text = CYCLES[format] ?? ''
    const result = tryImport({ name, text, format })
    if (!result.ok) {
      expect(result.error.message).toMatch(/[.…]$/)
      expect(['kubernetes', 'docker-compose']).toContain(format)
      return
    }
    const t = new TestBoard()
    t.import({ name, text, format })
    expect(t.board.items.size).toBeGreaterThan(0)
    expect(t.import({ name, text, format }).commands).toEqual([])
  },
)

const HOSTILE = [
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '&e;',
  '\u202eexe.txt',
]

test.each(SAMPLES)('%s: a name is text, whatever stands in it', (format, { name, text }) => {
  for (const words of HOSTILE) {
    const given = text
      .replaceAll('web', words)
      .replaceAll('"a"', `"${words}"`)
      .replaceAll('"C"', `"${words}"`)
    const result = tryImport({ name, text: given, format })
    if (!result.ok) {
      expect(result.error.message).toMatch(/[.…]$/)
      continue
    }
    const t = new TestBoard()
    t.import({ name, text: given, format })
    for (const item of t.board.items.values()) expect(Object.getPrototypeOf(item)).toBe(Object.prototype)
    expect(t.import({ name, text: given, format }).commands).toEqual([])
  }
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>).name).toBeUndefined()
})

/** Links that run something, wherever a format can have one. */
const LINKS: readonly (readonly [string, string])[] = [
  ['csv', 'name,url\na,javascript:alert(1)\nb,JavaScript:alert(1)\nc,"data:text/html,x"\n'],
  [
    'json-canvas',
    '{"nodes": [{"id": "a", "type": "link", "url": "javascript:alert(1)"}, {"id": "b", "type": "text", "text": "b"}]}',
  ],
  [
    'excalidraw',
    '{"type": "excalidraw", "elements": [{"id": "a", "type": "rectangle", "link": "javascript:alert(1)"}, {"id": "t", "type": "text", "text": "a", "containerId": "a"}]}',
  ],
  [
    'structurizr-dsl',
    'workspace {\n model {\n a = softwareSystem "A" {\n url javascript:alert(1)\n }\n }\n}\n',
  ],
  [
    'structurizr-json',
    '{"model": {"softwareSystems": [{"id": "1", "name": "A", "url": "javascript:alert(1)"}]}}',
  ],
  ['mermaid', 'flowchart LR\n a --> b\n click a "javascript:alert(1)"\n click b href "data:text/html,x"\n'],
  ['dot', 'digraph { a [URL="javascript:alert(1)", href="javascript:alert(1)"]; a -> b }'],
  [
    'kubernetes',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, annotations: {link: "javascript:alert(1)"}}\n',
  ],
  ['docker-compose', 'services:\n  a: {image: b, labels: {link: "javascript:alert(1)"}}\n'],
]

test.each(LINKS)('%s: a link that runs something is not kept', (format, text) => {
  const result = tryImport({ text, format })
  expect(result.ok).toBe(true)
  if (result.ok) expect(JSON.stringify(result.commands)).not.toMatch(/javascript:|data:text/i)
})

test.each(SAMPLES)('%s: an entity from outside is never fetched', (format, { name, text }) => {
  const given = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n${text}`
  const result = tryImport({ name, text: given, format })
  if (result.ok) expect(JSON.stringify(result.commands)).not.toContain('/etc/hostname')
  else expect(result.error.message).toMatch(/[.…]$/)
})

/** Text that unfolds into ever more, or nests without end, if a reader lets it. */
const BOMBS: Readonly<Record<string, readonly string[]>> = {
  'docker-compose': [
    aliases('services: *i'),
    `services: ${'{a: '.repeat(20_000)}`,
    `services:\n${nested('a:', 400)}`,
  ],
  kubernetes: [aliases('apiVersion: v1\nkind: List\nitems: *i'), `kind: ${'['.repeat(50_000)}`],
  excalidraw: [`{"elements": ${'['.repeat(100_000)}`],
  'json-canvas': [`{"nodes": ${'{"a":'.repeat(100_000)}`],
  'structurizr-json': [`{"model": ${'[{"a":'.repeat(50_000)}`],
  dependencies: ['['.repeat(100_000)],
  'otlp-trace': [`{"resourceSpans": ${'['.repeat(100_000)}`],
  'jaeger-trace': [`{"data": ${'[{"spans":'.repeat(50_000)}`],
  'zipkin-trace': ['['.repeat(100_000)],
  'structurizr-dsl': [`workspace { model { ${'group "a" {'.repeat(20_000)}`],
  dot: [`digraph { ${'subgraph {'.repeat(20_000)}`, `digraph { a -> ${'{b -> '.repeat(20_000)}`],
  mermaid: [`flowchart LR\n${'subgraph a\n'.repeat(20_000)}`, `flowchart LR\n a${'[('.repeat(50_000)}`],
  csv: [`name\n${'"'.repeat(200_001)}`, `${'name,'.repeat(50_000)}\n${','.repeat(50_000)}`],
}

function aliases(last: string): string {
  const names = 'abcdefghi'
  const lines = [...names].map((name, i) => {
    const before = i === 0 ? 'x' : `*${names[i - 1]}`
    return `${name}: &${name} [${Array.from({ length: 9 }, () => before).join(', ')}]`
  })
  return `${lines.join('\n')}\n${last}\n`
}

function nested(key: string, depth: number): string {
  return Array.from({ length: depth }, (_, i) => `${' '.repeat(i + 1)}${key}`).join('\n')
}

test.each(SAMPLES)('%s: a bomb goes out: a sentence soon, nothing thrown', (format, { name }) => {
  for (const text of BOMBS[format] ?? []) {
    const started = performance.now()
    const result = tryImport({ name, text, format })
    expect(performance.now() - started).toBeLessThan(3_000)
    if (!result.ok) expect(result.error.message).toMatch(/[.…]$/)
    else expect(result.commands.length).toBeLessThan(5_000)
  }
  expect(BOMBS[format]?.length).toBeGreaterThan(0)
})

test('memory stays flat, however much of this comes', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const round = (): number => {
    for (const [format, { name, text }] of SAMPLES) {
      for (const bomb of BOMBS[format] ?? []) tryImport({ name, text: bomb, format })
      tryImport({ name, text: text.repeat(40), format })
    }
    collect()
    return process.memoryUsage().heapUsed
  }
  round()
  const before = round()
  for (let i = 0; i < 4; i++) round()
  expect(round() - before).toBeLessThan(8_000_000)
}, 120_000)
