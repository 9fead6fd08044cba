import type { Drafted, ImportFormat } from '../format.ts'
import { readJson } from '../json/read-json.ts'
import { failure, type ImportNote } from '../result.ts'
import { parseDsl } from './parse-dsl.ts'
import { readJsonWorkspace } from './read-json-workspace.ts'
import { toDraft } from './to-draft.ts'
import type { Workspace } from './workspace.ts'

/** Structurizr workspaces in the language of their own: the model, not the views. */
export const structurizrDsl: ImportFormat = {
  name: 'structurizr-dsl',
  words: 'Structurizr DSL',
  most: 2_000_000,
  recognise: ({ name, text }) =>
    /\.dsl$/i.test(name) ||
    /^(?:\s|\/\/[^\n]*|#[^\n]*){0,200}workspace\b[^\n{]{0,500}\{/i.test(text.slice(0, 5_000)),
  draft: (file) => {
    const parsed = parseDsl(file.text)
    return parsed.ok ? drafted(parsed.workspace, file.name, [...parsed.notes]) : parsed
  },
}

/** Structurizr workspaces as JSON. */
export const structurizrJson: ImportFormat = {
  name: 'structurizr-json',
  words: 'Structurizr JSON',
  recognise: ({ text }) =>
    /^\s*\{/.test(text) && /"softwareSystems"\s*:/.test(text) && /"model"\s*:/.test(text),
  draft: (file) => {
    const json = readJson(file.text)
    return json.ok ? drafted(readJsonWorkspace(json.root), file.name, []) : json
  },
}

function drafted(workspace: Workspace, file: string, notes: ImportNote[]): Drafted {
  const draft = toDraft(workspace, file, notes)
  if (draft.components.length === 0)
    return failure('nothing-to-draw', 'There are no people, systems or containers in this workspace.')
  return { ok: true, draft, notes }
}
