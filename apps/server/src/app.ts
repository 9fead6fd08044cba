import { OpenAPIHono } from '@hono/zod-openapi'
import { IMAGE_BYTES } from '@second-story/protocol'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { requestId } from 'hono/request-id'
import { ArrivalLimit } from './accounts/arrival-limit.ts'
import { accountRoutes } from './accounts/routes.ts'
import { tokenRoutes } from './accounts/token-routes.ts'
import { BoardAccess } from './boards/board-access.ts'
import { contentRoutes } from './boards/content-routes.ts'
import { boardRoutes } from './boards/routes.ts'
import { bundleRoutes } from './bundles/routes.ts'
import { commentRoutes } from './comments/routes.ts'
import { conductRoutes } from './conduct/routes.ts'
import { BoardFiles } from './exports/board-files.ts'
import { drawnRoutes } from './exports/drawn-routes.ts'
import { pictureRoutes } from './exports/picture-routes.ts'
import { recordRoutes } from './exports/record-routes.ts'
import { healthRoutes } from './health/routes.ts'
import { describeRoutes } from './http/describe.ts'
import { Endpoints } from './http/endpoint.ts'
import type { Env } from './http/env.ts'
import { safeHeaders } from './http/headers.ts'
import { answerError } from './http/on-error.ts'
import { refuseForeign } from './http/origin.ts'
import { Problem } from './http/problem.ts'
import { requestLog } from './http/request-log.ts'
import { serveWeb } from './http/web-files.ts'
import { imageRoutes } from './images/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { inviteRoutes } from './invites/routes.ts'
import { memberRoutes } from './members/routes.ts'
import type { Parts } from './parts.ts'
import { Guard } from './policy/guard.ts'
import type { RouteKey } from './policy/rights.ts'
import { teamRoutes } from './teams/routes.ts'
import { versionRoutes } from './versions/routes.ts'
import { voteRoutes } from './votes/routes.ts'

/** Bytes of a body: an import or a paste may be large, and is then refused with better words; all else is small. */
const BODY_BYTES = 256 * 1024
const CONTENT_BYTES = 24 * 1024 * 1024
/** A board with its pictures. */
const BUNDLE_BYTES = 64 * 1024 * 1024

export interface App {
  readonly fetch: OpenAPIHono<Env>['fetch']
  readonly request: OpenAPIHono<Env>['request']
  /** every route that answers, for the test that each has a row in the table of rights */
  readonly served: readonly RouteKey[]
}

/** The HTTP side: every address, and what stands before all of them. */
export function createApp(parts: Parts): App {
  const { config, log, sessions, metrics } = parts
  const app = new OpenAPIHono<Env>()

  app.onError(answerError(log))
  app.notFound(() => {
    throw new Problem('not-found')
  })
  app.use(
    requestId(),
    requestLog(log, metrics),
    compress(),
    safeHeaders(config.publicUrl?.startsWith('https:') ?? false),
  )
  app.use('/api/*', async (c, next) => {
    refuseForeign(c, config)
    c.set('caller', await sessions.callerOf(c))
    c.set('seat', null)
    await next()
  })
  const tooLarge = (): never => {
    throw new Problem('too-large')
  }
  const large = bodyLimit({ maxSize: CONTENT_BYTES, onError: tooLarge })
  const small = bodyLimit({ maxSize: BODY_BYTES, onError: tooLarge })
  const picture = bodyLimit({
    maxSize: IMAGE_BYTES,
    onError: () => {
      throw new Problem('image-too-large')
    },
  })
  const bundle = bodyLimit({ maxSize: BUNDLE_BYTES, onError: tooLarge })
  app.use('/api/*', (c, next) => {
    const last = c.req.path.slice(c.req.path.lastIndexOf('/') + 1)
    if (last === 'images') return picture(c, next)
    if (last === 'bundles') return bundle(c, next)
    return last === 'commands' || last === 'imports' ? large(c, next) : small(c, next)
  })

  const access = new BoardAccess(parts.tables)
  const on = new Endpoints(app, new Guard(access, parts.tables))
  healthRoutes(on, parts)
  const arrivals = new ArrivalLimit(config.arrivals)
  accountRoutes(on, parts, arrivals)
  tokenRoutes(on, parts)
  teamRoutes(on, parts)
  boardRoutes(on, parts, access)
  contentRoutes(on, parts)
  memberRoutes(on, parts, access)
  inviteRoutes(on, parts, access, arrivals)
  conductRoutes(on, parts)
  voteRoutes(on, parts)
  commentRoutes(on, parts)
  importRoutes(on, parts)
  const files = new BoardFiles(parts)
  pictureRoutes(on, files)
  drawnRoutes(on, files)
  bundleRoutes(on, parts, access, files)
  imageRoutes(on, parts, access)
  recordRoutes(on, files)
  versionRoutes(on, parts)
  describeRoutes(on, app)
  serveWeb(app, config.webDir)
  return { fetch: app.fetch, request: app.request, served: on.served }
}
