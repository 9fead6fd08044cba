import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)
const WORTH_IT = /\.(js|css|svg)$/
const SMALL = 1_000

/** After the build: packs scripts and styles once, as tightly as can be, beside themselves; the server gives what fits. */
export function packBuild(): Plugin {
  let assets = ''
  return {
    name: 'pack-build',
    apply: 'build',
    configResolved(config) {
      assets = resolve(config.root, config.build.outDir, config.build.assetsDir)
    },
    async closeBundle(error?: Error) {
      if (error) return // why the build failed is told already
      const names = readdirSync(assets).filter((name) => WORTH_IT.test(name))
      await Promise.all(names.map((name) => packed(join(assets, name))))
    },
  }
}

async function packed(path: string): Promise<void> {
  const bytes = await readFile(path)
  if (bytes.byteLength < SMALL) return
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  }
  const [br, gz] = await Promise.all([toBrotli(bytes, { params }), toGzip(bytes, { level: 9 })])
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
}
