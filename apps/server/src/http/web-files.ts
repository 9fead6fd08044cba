import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Asking, Env } from './env.ts'
import { Problem } from './problem.ts'

/** Vite puts a hash of the content into these names. */
const HASHED = /^\/assets\//

const NOT_BUILT = 'The web app is not built: run npm run build.'

/** Files that are asked for by name: where one is missing, a page in its place would be taken for it. */
const NAMED = /^\/(assets\/|sw\.js$|build\.json$)/

/** The built web app; every address that is not a file is a page of it. */
export function serveWeb(app: OpenAPIHono<Env>, folder: string): void {
  const page = join(folder, 'index.html')
  if (!existsSync(page)) {
    app.get('*', (c) => {
      throw isNotWeb(c.req.path) ? new Problem('not-found') : new Problem('not-found', NOT_BUILT)
    })
    return
  }
  app.get(
    '*',
    async (c, next) => {
      if (isNotWeb(c.req.path)) throw new Problem('not-found')
      await next()
      if (c.res.ok)
        c.header(
          'Cache-Control',
          HASHED.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
    },
    serveStatic({ root: folder, precompressed: true }),
    async (c) => {
      if (NAMED.test(c.req.path)) throw new Problem('not-found')
      return answerPage(c, page)
    },
  )
}

function isNotWeb(path: string): boolean {
  return path === '/api' || path.startsWith('/api/') || path === '/sync' || path.startsWith('/sync/')
}

async function answerPage(c: Asking, page: string): Promise<Response> {
  return c.html(await readFile(page, 'utf8'))
}
