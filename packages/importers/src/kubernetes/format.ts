import type { ImportFormat } from '../format.ts'
import { failure, type ImportNote } from '../result.ts'
import { MOST_YAML } from '../text/refuse-text.ts'
import { joinFiles, placed } from './joined-files.ts'
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
    const joined = joinFiles(file)
    const parsed = parseManifests(joined.text)
    if (!parsed.ok) return { ok: false, error: placed(parsed.error, joined, file.name) }
    const notes: ImportNote[] = [...parsed.notes]
    const draft = toDraft(parsed.cluster, file.name, notes)
    if (draft.components.length === 0)
      return failure('nothing-to-draw', 'Nothing in this file runs or is reached: there is nothing to draw.')
    const fileOf = (key: string): string | null => {
      const line = parsed.cluster.lines.get(key)
      const name = line === undefined ? file.name : joined.whereIs(line).file
      return name === file.name ? null : name
    }
    const components = draft.components.map((one) => ({ ...one, file: fileOf(one.key) }))
    return {
      ok: true,
      draft: { ...draft, components },
      notes: notes.map((note) => placed(note, joined, file.name)),
    }
  },
}
