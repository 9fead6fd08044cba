import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One way to break the engine on purpose. `find` occurs exactly once in `file` (a path in `src`); `rule` is the one of SPEC.md
 * that is broken; `tests`: only those whose path holds this are run.
 * @typedef {readonly { name: string, rule: number, tests?: string, edits: readonly Edit[] }[]} Mutants
 * @typedef {{ file: string, find: string, replace: string }} Edit
 */

const source = join(import.meta.dirname, '..', 'src')

/** What no longer fits the source, a line each: a mutant whose text is not there breaks nothing, and would prove nothing. */
export function unfitEdits(mutants, folder = source) {
  return mutants.flatMap(({ name, edits }) =>
    edits.flatMap(({ file, find, replace }) => {
      const path = join(folder, file)
      if (!existsSync(path)) return [`"${name}": there is no ${file}`]
      const times = readFileSync(path, 'utf8').split(find).length - 1
      if (times !== 1) return [`"${name}": ${file} holds ${times} times: ${find}`]
      return find === replace ? [`"${name}": changes nothing in ${file}`] : []
    }),
  )
}

/** Calls `work` with a folder in which `src` is a copy of the engine that this mutant has broken; the copy is gone after it. */
export async function withBroken(mutant, { hasTests }, work) {
  const unfit = unfitEdits([mutant])
  if (unfit.length > 0) throw new Error(unfit.join('\n'))
  const folder = mkdtempSync(join(import.meta.dirname, '.copy-'))
  try {
    const copy = join(folder, 'src')
    cpSync(source, copy, { recursive: true, filter: (file) => hasTests || !file.endsWith('.test.ts') })
    for (const { file, find, replace } of mutant.edits) {
      const path = join(copy, file)
      writeFileSync(path, readFileSync(path, 'utf8').split(find).join(replace))
    }
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
