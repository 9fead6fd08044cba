import type { MiddlewareHandler } from 'hono'
import type { Metrics } from '../health/metrics.ts'
import type { Log } from '../rooms/log.ts'
import type { Env } from './env.ts'

/** One line a request: the route's pattern, never the address itself, which may hold a token or a board's id. */
export function requestLog(log: Log, metrics: Metrics): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now()
    await next()
    const ms = Math.round(performance.now() - started)
    metrics.answered(c.req.method, c.res.status)
    const fields = {
      request: c.var.requestId,
      method: c.req.method,
      route: c.var.route ?? 'web',
      status: c.res.status,
      ms,
    }
    if (c.res.status >= 500) log.error(fields, 'request failed')
    else log.info(fields, 'request')
  }
}
