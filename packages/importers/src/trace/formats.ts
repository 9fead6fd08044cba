import type { ImportFormat } from '../format.ts'
import { readJson } from '../json/read-json.ts'
import { failure, type ImportNote } from '../result.ts'
import type { YamlValue } from '../yaml/yaml-value.ts'
import { callsOf } from './calls-of.ts'
import { flowsOf } from './flows-of.ts'
import { readJaeger } from './read-jaeger.ts'
import { readOtlp } from './read-otlp.ts'
import { readZipkin } from './read-zipkin.ts'
import type { Span } from './span.ts'

/** Traces as OpenTelemetry writes them. */
export const otlpTrace = traceFormat('otlp-trace', 'OTLP trace', readOtlp, (text) =>
  /"(?:resourceSpans|batches)"\s*:\s*\[/.test(text),
)

/** Traces as Jaeger's page lets people download them. */
export const jaegerTrace = traceFormat(
  'jaeger-trace',
  'Jaeger trace',
  readJaeger,
  (text) => /"spans"\s*:\s*\[/.test(text) && /"(?:processes|processID|process)"\s*:/.test(text),
)

/** Traces as Zipkin writes them. */
export const zipkinTrace = traceFormat(
  'zipkin-trace',
  'Zipkin trace',
  readZipkin,
  (text) => /^\s*\[/.test(text) && /"localEndpoint"\s*:/.test(text) && /"traceId"\s*:/.test(text),
)

function traceFormat(
  name: string,
  words: string,
  read: (root: YamlValue) => Span[],
  recognise: (text: string) => boolean,
): ImportFormat {
  return {
    name,
    words,
    isObserved: true,
    recognise: ({ text }) => /^\s*[[{]/.test(text) && recognise(text),
    draft: (file) => {
      const json = readJson(file.text)
      if (!json.ok) return json
      const notes: ImportNote[] = []
      const spans = read(json.root)
      const { calls, legs } = callsOf(spans, notes)
      if (calls.size === 0)
        return failure('nothing-to-draw', 'No step in this trace names its service.', json.root.position)
      const draft = { ...calls.draft(file.name, notes), flows: flowsOf(spans, legs, notes) }
      return { ok: true, draft, notes }
    },
  }
}
