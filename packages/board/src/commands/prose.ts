import * as Y from 'yjs'
import { z } from 'zod'
import { proseOf } from '../document/roots.ts'
import { LIMITS } from '../limits.ts'
import type { ProseBlock } from '../prose/blocks.ts'
import { readProse } from '../prose/read-prose.ts'
import { writeProse } from '../prose/write-prose.ts'
import { link } from '../sources.ts'
import { defineCommand } from './define.ts'
import { noLayer } from './lookup.ts'

/** Sections written by hand; the template makes their fragments once (DESIGN section 8). */
export const PROSE_SECTIONS = ['summary', 'impact', 'description'] as const
export type ProseSection = (typeof PROSE_SECTIONS)[number]

const run = z.object({
  text: z.string().max(LIMITS.text),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  code: z.literal(true).optional(),
  link: link.optional(),
})
const runs = z.array(run).max(1_000).readonly()

function blockSchema(depth: number): z.ZodType<ProseBlock> {
  const flat = [
    z.object({ kind: z.literal('paragraph'), runs }),
    z.object({
      kind: z.literal('heading'),
      level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      runs,
    }),
    z.object({ kind: z.literal('code'), text: z.string().max(LIMITS.text) }),
    z.object({ kind: z.literal('rule') }),
  ] as const
  if (depth === 0) return z.union(flat) as unknown as z.ZodType<ProseBlock>
  const inner = z
    .array(blockSchema(depth - 1))
    .max(500)
    .readonly()
  return z.union([
    ...flat,
    z.object({ kind: z.literal('list'), ordered: z.boolean(), entries: z.array(inner).max(500).readonly() }),
    z.object({ kind: z.literal('quote'), blocks: inner }),
  ]) as unknown as z.ZodType<ProseBlock>
}

const schema = z.object({
  do: z.literal('prose'),
  section: z.enum(PROSE_SECTIONS),
  blocks: z.array(blockSchema(4)).max(500).readonly(),
})
export type WriteProse = {
  readonly do: 'prose'
  readonly section: ProseSection
  readonly blocks: readonly ProseBlock[]
}

/** Writes a hand-written section of the record whole: for templates, samples, imports. People use the editor. */
export const prose = defineCommand<WriteProse>({
  schema: schema as unknown as z.ZodType<WriteProse>,
  layers: () => ['common'],
  check: (_, at) => (at.docs.has('common') ? null : noLayer('the record')),
  apply: (command, at) => {
    const doc = at.docs.get('common')
    if (!doc) return
    const held = proseOf(doc).get(command.section)
    if (held instanceof Y.XmlFragment) {
      if (JSON.stringify(readProse(held)) !== JSON.stringify(command.blocks)) writeProse(held, command.blocks)
      return
    }
    const fragment = new Y.XmlFragment()
    proseOf(doc).set(command.section, fragment)
    writeProse(fragment, command.blocks)
  },
  invert: (command, before) => [
    { do: 'prose', section: command.section, blocks: before.prose.get(command.section) ?? [] },
  ],
  describe: (command) => `wrote the ${command.section}`,
})
