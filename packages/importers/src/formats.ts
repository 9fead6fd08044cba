import { csv } from './csv/format.ts'
import { dependencies } from './dependencies/format.ts'
import { dockerCompose } from './docker-compose/format.ts'
import { dot } from './dot/format.ts'
import { excalidraw } from './excalidraw/format.ts'
import type { ImportFormat } from './format.ts'
import { jsonCanvas } from './json-canvas/format.ts'
import { kubernetes } from './kubernetes/format.ts'
import { mermaid } from './mermaid/format.ts'
import { structurizrDsl, structurizrJson } from './structurizr/formats.ts'
import { jaegerTrace, otlpTrace, zipkinTrace } from './trace/formats.ts'

/** Every format there is, the surest to recognise first. */
export const FORMATS: readonly ImportFormat[] = [
  dockerCompose,
  kubernetes,
  excalidraw,
  jsonCanvas,
  structurizrJson,
  dependencies,
  otlpTrace,
  jaegerTrace,
  zipkinTrace,
  structurizrDsl,
  dot,
  mermaid,
  csv,
]

export const IMPORT_FORMATS: readonly string[] = FORMATS.map((format) => format.name)

/** What a file of each format is called in a sentence. */
export const FORMAT_WORDS: ReadonlyMap<string, string> = new Map(
  FORMATS.map((format) => [format.name, format.words]),
)
