import type { ImportFormat } from '../format.ts'
import type { ImportNote } from '../result.ts'
import { MOST_YAML } from '../text/refuse-text.ts'
import { readEnv } from './interpolate.ts'
import { overlay, resolveBases } from './overlay.ts'
import { parseCompose } from './parse.ts'
import { recognise } from './recognise.ts'
import { toDraft } from './to-draft.ts'

/** docker-compose files: services become components; start-up order, links and addresses become arrows. */
export const dockerCompose: ImportFormat = {
  name: 'docker-compose',
  words: 'docker-compose',
  most: MOST_YAML,
  recognise,
  draft: (file) => {
    const variables = readEnv(file.env)
    const parsed = parseCompose(file.text, variables)
    if (!parsed.ok) return parsed
    let whole = parsed.file
    const notes: ImportNote[] = [...parsed.notes]
    const told: ImportNote[] = []
    for (const { name, text } of file.overlays) {
      const over = parseCompose(text, variables)
      if (!over.ok) return { ok: false, error: { ...over.error, message: `${name}: ${over.error.message}` } }
      whole = overlay(whole, over.file)
      told.push(...over.notes.map((note) => ({ ...note, file: name })))
    }
    const names = new Set([file.name, ...file.overlays.map((one) => one.name)])
    const resolved = resolveBases(whole, names, notes)
    notes.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
    notes.push(...told)
    return { ok: true, draft: toDraft(resolved, file.name, notes), notes }
  },
}
