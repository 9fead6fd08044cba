import { brotliCompressSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** What a board asks for before it is drawn: the page, and what it imports as it opens. */
const PARTS = [
  'index.html',
  'src/board/BoardPage.tsx',
  'src/session/open-session.ts',
  'src/map/MapView.tsx',
  'src/timeline/TimelineStrip.tsx',
]

interface Chunk {
  readonly type: 'chunk'
  readonly fileName: string
  readonly facadeModuleId: string | null
  readonly imports: readonly string[]
  readonly code: string
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> }
}
interface Asset {
  readonly type: 'asset'
  readonly source: string | Uint8Array
}

/** Prints what the first load of a board weighs, packed, and fails the build above `limit` KB. */
export function firstLoad(limit: number): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    writeBundle(_, bundle) {
      const files = bundle as unknown as Readonly<Record<string, Chunk | Asset>>
      const bytes = [...neededBy(files)].reduce((sum, name) => sum + weight(files[name]), 0)
      const kb = Math.ceil(bytes / 1_024)
      this.info(`the first load of a board: ${kb} KB of script and style, packed, of ${limit}`)
      if (kb > limit) this.error(`the first load of a board weighs ${kb} KB; ${limit} are allowed`)
    },
  }
}

function neededBy(files: Readonly<Record<string, Chunk | Asset>>): ReadonlySet<string> {
  const needed = new Set<string>()
  const add = (name: string): void => {
    if (needed.has(name)) return
    needed.add(name)
    const file = files[name]
    if (file?.type !== 'chunk') return
    for (const css of file.viteMetadata?.importedCss ?? []) needed.add(css)
    file.imports.forEach(add)
  }
  for (const part of PARTS) {
    const chunk = Object.values(files).find(
      (file): file is Chunk =>
        file.type === 'chunk' && file.facadeModuleId?.replaceAll('\\', '/').endsWith(`/${part}`) === true,
    )
    if (chunk === undefined)
      throw new Error(`${part} is no chunk of its own: first-load.ts names what a board loads`)
    add(chunk.fileName)
  }
  return needed
}

function weight(file: Chunk | Asset | undefined): number {
  if (file === undefined) return 0
  return brotliCompressSync(file.type === 'chunk' ? file.code : file.source).byteLength
}
