import type { ImportFormat } from '../format.ts'
import { failure, type ImportNote } from '../result.ts'
import { parseDot } from './parse.ts'
import { toDraft } from './to-draft.ts'

const START =
  /^(?:\s|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]{0,2000}?\*\/){0,200}(?:strict\s+)?(?:di)?graph\b[^{;\n]{0,300}\{/i

/** Graphviz files, also those of `terraform graph`. */
export const dot: ImportFormat = {
  name: 'dot',
  words: 'Graphviz (DOT)',
  most: 2_000_000,
  recognise: ({ name, text }) => /\.(?:dot|gv)$/i.test(name) || START.test(text.slice(0, 5_000)),
  draft: (file) => {
    const parsed = parseDot(file.text)
    if (!parsed.ok) return parsed
    if (parsed.graph.nodes.length === 0)
      return failure('nothing-to-draw', 'There are no nodes in this graph.')
    const notes: ImportNote[] = []
    return { ok: true, draft: toDraft(parsed.graph, file.name, notes), notes }
  },
}
