import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { build, type Plugin } from 'vite'

const PAGE = 'index.html'
/** Not part of the page: the worker itself, and the word on which build is the newest. */
const APART = new Set(['sw.js', 'build.json'])
/** What lies packed beside a file (pack-build.ts) is that file. */
const PACKED = /\.(br|gz)$/

/**
 * After the page is built: names the build by its content, writes that name into the page and into `build.json`, and
 * builds the service worker `sw.js` with the list of all files and their hashes.
 */
export function shellBuild(): Plugin {
  let root = ''
  let out = ''
  return {
    name: 'shell-build',
    apply: 'build',
    configResolved(config) {
      root = config.root
      out = resolve(config.root, config.build.outDir)
    },
    async closeBundle(error?: Error) {
      if (error) return // why the build failed is told already
      const name = nameBuild(out)
      await buildWorker(join(root, 'src/offline/worker.ts'), out, name, filesOf(out))
    },
  }
}

/** The same content has the same name: a server that only restarts asks nobody to reload. */
function nameBuild(out: string): string {
  const hash = createHash('sha256')
  for (const [path, digest] of filesOf(out)) hash.update(`${path}\0${digest}\0`)
  const name = hash.digest('hex').slice(0, 16)
  const page = readFileSync(join(out, PAGE), 'utf8')
  writeFileSync(
    join(out, PAGE),
    page.replace('</head>', `  <meta name="build" content="${name}" />\n  </head>`),
  )
  writeFileSync(join(out, 'build.json'), `${JSON.stringify({ build: name })}\n`)
  return name
}

function filesOf(out: string): readonly (readonly [string, string])[] {
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !APART.has(path) && !PACKED.test(path))
    .sort()
    .map((path) => [
      `/${path}`,
      createHash('sha256')
        .update(readFileSync(join(out, path)))
        .digest('hex'),
    ])
}

async function buildWorker(
  entry: string,
  out: string,
  name: string,
  files: readonly (readonly [string, string])[],
): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    define: { SHELL_BUILD: JSON.stringify(name), SHELL_FILES: JSON.stringify(files) },
    build: {
      target: 'es2023',
      outDir: out,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: { entry, formats: ['iife'], name: 'shell', fileName: () => 'sw.js' },
    },
  })
}
