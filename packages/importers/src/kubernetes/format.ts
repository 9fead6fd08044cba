import type { ImportFormat } from '../format.ts'
import { failure, type ImportNote } from '../result.ts'
import { MOST_YAML } from '../text/refuse-text.ts'
import { parseManifests } from './parse.ts'
import { toDraft } from './to-draft.ts'

const API = /^(?:[ \t-]*)["']?apiVersion["']?[ \t]*:/m
const KIND = /^(?:[ \t-]*)["']?kind["']?[ \t]*:[ \t]*["']?[A-Z]\w+/m

/** Kubernetes manifests: what runs, what is reached by which name, and the ways in. */
export const kubernetes: ImportFormat = {
  name: 'kubernetes',
  words: 'Kubernetes manifests',
  most: MOST_YAML,
  recognise: ({ text }) => API.test(text) && KIND.test(text),
  draft: (file) => {
    const parsed = parseManifests(file.text)
    if (!parsed.ok) return parsed
    const notes: ImportNote[] = [...parsed.notes]
    const draft = toDraft(parsed.cluster, file.name, notes)
    if (draft.components.length === 0)
      return failure('nothing-to-draw', 'Nothing in this file runs or is reached: there is nothing to draw.')
    return { ok: true, draft, notes }
  },
}
