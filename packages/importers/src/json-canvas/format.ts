import type { ImportFormat } from '../format.ts'
import { listIn } from '../json/json-value.ts'
import { readJson } from '../json/read-json.ts'
import { failure, type ImportNote } from '../result.ts'
import { MOST_COMPONENTS } from '../system/plan.ts'
import { toDraft } from './to-draft.ts'

/** JSON Canvas, as Obsidian and others keep it: things stand where the file has them. */
export const jsonCanvas: ImportFormat = {
  name: 'json-canvas',
  words: 'JSON Canvas',
  recognise: ({ name, text }) =>
    /\.canvas$/i.test(name) ||
    (/^\s*\{/.test(text) &&
      /"nodes"\s*:\s*\[/.test(text) &&
      /"type"\s*:\s*"(?:text|file|link|group)"/.test(text)),
  draft: (file) => {
    const json = readJson(file.text)
    if (!json.ok) return json
    const nodes = listIn(json.root, 'nodes')
    if (nodes.length === 0)
      return failure('nothing-to-draw', 'There are no nodes in this canvas.', json.root.position)
    if (nodes.length > MOST_COMPONENTS) {
      const words = `This canvas has ${nodes.length} nodes; at most ${MOST_COMPONENTS} can be imported at once.`
      return failure('too-many', words)
    }
    const notes: ImportNote[] = []
    return { ok: true, draft: toDraft(nodes, listIn(json.root, 'edges'), file.name, notes), notes }
  },
}
