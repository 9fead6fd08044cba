import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const WRITERS = /\/node_modules\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/
const NAMES = /^export (?:const|function|class) (\w+)/gm

/** The page reads what it is sent and writes no JSON Schema: what zod brings for that stays out of it. */
export function noJsonSchema(): Plugin {
  return {
    name: 'no-json-schema',
    enforce: 'pre',
    load(id) {
      if (!WRITERS.test(id.replaceAll('\\', '/'))) return null
      const names = [...readFileSync(id, 'utf8').matchAll(NAMES)].map(([, name]) => name)
      return [
        "const none = () => { throw new Error('the page writes no JSON Schema') }",
        ...names.map((name) => `export const ${name} = () => none`),
      ].join('\n')
    },
  }
}
