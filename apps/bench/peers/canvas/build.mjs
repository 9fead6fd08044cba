// Builds one page a peer into the folder named: `node build.mjs FOLDER`.
import { copyFileSync, cpSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const here = import.meta.dirname
const folder = resolve(process.argv[2])
for (const name of ['tldraw', 'excalidraw', 'react-flow']) {
  const out = join(folder, name)
  mkdirSync(out, { recursive: true })
  await build({
    entryPoints: { page: join(here, `${name}.jsx`) },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    conditions: ['production', 'style'],
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
    loader: { '.woff2': 'file', '.svg': 'dataurl', '.png': 'dataurl' },
    logLevel: 'error',
  })
  copyFileSync(join(here, 'page.html'), join(out, 'index.html'))
}
cpSync(
  resolve(here, '../node_modules/@excalidraw/excalidraw/dist/prod/fonts'),
  join(folder, 'excalidraw/excalidraw/fonts'),
  {
    recursive: true,
  },
)
