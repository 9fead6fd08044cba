import type { ImportFormat, SourceFile } from '../format.ts'
import { failure, type ImportNote } from '../result.ts'
import { parseFlowchart } from './parse.ts'
import { toDraft } from './to-draft.ts'

const START =
  /^\s*(?:---[ \t]*\n[\s\S]{0,2000}?\n---[ \t]*\n)?(?:\s|%%[^\n]*\n){0,200}(?:graph|flowchart(?:-elk)?)(?:[ \t]+(?:TB|TD|BT|RL|LR|[<>^v]))?[ \t]*(?:;|\n|$)/
const FENCE = /^[ \t]*(?:```+|~~~+|:::)[ \t]*\{?mermaid\b[^\n]*\n/gm

/** Mermaid flowcharts, by themselves or as the first fenced block of a Markdown file. */
export const mermaid: ImportFormat = {
  name: 'mermaid',
  words: 'Mermaid flowchart',
  most: 2_000_000,
  recognise: (file) =>
    /\.(?:mmd|mermaid)$/i.test(file.name) || START.test(file.text.slice(0, 5_000)) || fenced(file) !== null,
  draft: (file) => {
    const block = START.test(file.text.slice(0, 5_000)) ? null : fenced(file)
    const parsed = parseFlowchart(block ?? file.text)
    if (!parsed.ok) return parsed
    if (parsed.chart.nodes.length === 0)
      return failure('nothing-to-draw', 'There are no nodes in this flowchart.')
    const notes: ImportNote[] = []
    return { ok: true, draft: toDraft(parsed.chart, file.name, notes), notes }
  },
}

/** The first fenced flowchart; what stands before it is blanked, so that lines count as in the file. */
function fenced({ text }: SourceFile): string | null {
  let looked = 0
  for (const fence of text.matchAll(FENCE)) {
    if (++looked > 50) return null
    const from = fence.index + fence[0].length
    if (!START.test(text.slice(from, from + 5_000))) continue
    const close = /\n[ \t]*(?:```|~~~|:::)/g
    close.lastIndex = from
    const end = close.exec(text)?.index ?? text.length
    return text.slice(0, from).replace(/[^\n]/g, ' ') + text.slice(from, end)
  }
  return null
}
