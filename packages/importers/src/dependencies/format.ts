import { Calls } from '../calls/calls.ts'
import type { ImportFormat } from '../format.ts'
import { numberIn, textIn } from '../json/json-value.ts'
import { readJson } from '../json/read-json.ts'
import { at, failure, type ImportNote } from '../result.ts'
import { get } from '../yaml/yaml-value.ts'

/** Links in one file. */
const MOST_LINKS = 50_000

/** Who calls whom, as Jaeger and Zipkin count it: `[{parent, child, callCount, errorCount?}]`, bare or under `data`. */
export const dependencies: ImportFormat = {
  name: 'dependencies',
  words: 'Jaeger or Zipkin dependencies',
  isObserved: true,
  recognise: ({ text }) =>
    /^\s*[[{]/.test(text) &&
    /"parent"\s*:/.test(text) &&
    /"child"\s*:/.test(text) &&
    /"callCount"\s*:/.test(text),
  draft: (file) => {
    const json = readJson(file.text)
    if (!json.ok) return json
    const list =
      json.root.kind === 'list' ? json.root : (get(json.root, 'data') ?? get(json.root, 'dependencies'))
    const links = list?.kind === 'list' ? list.items() : []
    if (links.length > MOST_LINKS)
      return failure(
        'too-many',
        `There are ${links.length} links in this file; at most ${MOST_LINKS} can be read.`,
      )
    const calls = new Calls()
    const notes: ImportNote[] = []
    for (const link of links) {
      const [parent, child] = [textIn(link, 'parent').trim(), textIn(link, 'child').trim()]
      if (parent === '' || child === '') {
        notes.push({ message: 'A link without “parent” or “child” was left out.', ...at(link.position) })
        continue
      }
      calls.call({
        from: calls.see(parent),
        to: calls.see(child),
        kind: 'calls',
        label: '',
        count: counted(numberIn(link, 'callCount')),
        errors: counted(numberIn(link, 'errorCount')),
      })
    }
    if (calls.size === 0)
      return failure(
        'nothing-to-draw',
        'There are no links between services in this file.',
        json.root.position,
      )
    return { ok: true, draft: calls.draft(file.name, notes), notes }
  },
}

function counted(value: number): number {
  return value > 0 ? Math.min(Math.floor(value), Number.MAX_SAFE_INTEGER) : 0
}
