import type { ImportFormat } from '../format.ts'
import { readJson } from '../json/read-json.ts'
import { failure, type ImportNote } from '../result.ts'
import { MOST_COMPONENTS } from '../system/plan.ts'
import { readElements } from './elements.ts'
import { toDraft } from './to-draft.ts'

/** Excalidraw's own files: things stand where they were drawn. */
export const excalidraw: ImportFormat = {
  name: 'excalidraw',
  words: 'Excalidraw',
  recognise: ({ name, text }) =>
    /\.excalidraw$/i.test(name) ||
    /^\s*\{[^{}[\]]{0,300}"type"\s*:\s*"excalidraw(?:\/clipboard|lib)?"/.test(text),
  draft: (file) => {
    const json = readJson(file.text)
    if (!json.ok) return json
    const elements = readElements(json.root)
    if (elements.length > 3 * MOST_COMPONENTS) {
      const words = `This drawing has ${elements.length} elements; at most ${3 * MOST_COMPONENTS} can be read.`
      return failure('too-many', words)
    }
    const notes: ImportNote[] = []
    const draft = toDraft(elements, file.name, notes)
    if (draft.components.length + (draft.words?.length ?? 0) + (draft.groups?.length ?? 0) === 0) {
      const words = 'There are no boxes with words in this drawing.'
      return failure('nothing-to-draw', words, json.root.position)
    }
    return { ok: true, draft, notes }
  },
}
