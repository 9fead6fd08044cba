import type { ImportFormat } from '../format.ts'
import type { ImportNote } from '../result.ts'
import { readEnv } from './interpolate.ts'
import { parseCompose } from './parse.ts'
import { recognise } from './recognise.ts'
import { toDraft } from './to-draft.ts'

/** docker-compose files: services become components; start-up order, links and addresses become arrows. */
export const dockerCompose: ImportFormat = {
  name: 'docker-compose',
  recognise,
  draft: (file) => {
    const parsed = parseCompose(file.text, readEnv(file.env))
    if (!parsed.ok) return parsed
    const notes: ImportNote[] = [...parsed.notes]
    return { ok: true, draft: toDraft(parsed.file, file.name, notes), notes }
  },
}
