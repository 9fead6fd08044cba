import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { apiError } from '@second-story/protocol'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import type { Guard } from '../policy/guard.ts'
import { RIGHTS, type Rights, type RouteKey } from '../policy/rights.ts'
import type { Caller } from '../rooms/access.ts'
import type { Asking, Env, Seat } from './env.ts'
import { Problem } from './problem.ts'

/** What a handler is given: parsed, and sure of who asks. */
export interface Asked<K extends RouteKey, B, Q> {
  readonly c: Asking
  readonly params: Readonly<Record<ParamsOf<K>, string>>
  readonly body: B
  readonly query: Q
  readonly caller: Rights[K]['who'] extends 'anyone' ? Caller | null : Caller
  readonly seat: Rights[K]['who'] extends 'board' ? Seat : null
}

type ParamsOf<P extends string> = P extends `${string}{${infer Param}}${infer Rest}`
  ? Param | ParamsOf<Rest>
  : never

/** One route as it is declared: what goes in, what comes out, in one line what it is for. */
export interface Endpoint<B, Q, A> {
  readonly what: string
  readonly body?: z.ZodType<B>
  readonly query?: z.ZodType<Q>
  /** null: an empty 204, or a file that the handler answers itself */
  readonly answer: z.ZodType<A> | null
  /** default: 200, or 204 where there is no answer */
  readonly status?: 200 | 201 | 204
  /** what a file is made of */
  readonly file?: string
}

/** Registers routes on one app: each must have a row in `RIGHTS`, and is guarded by it before anything of it is parsed. */
export class Endpoints {
  readonly #app: OpenAPIHono<Env>
  readonly #guard: Guard
  readonly #served: RouteKey[] = []

  constructor(app: OpenAPIHono<Env>, guard: Guard) {
    this.#app = app
    this.#guard = guard
  }

  get served(): readonly RouteKey[] {
    return this.#served
  }

  add<K extends RouteKey, A, B = undefined, Q = undefined>(
    key: K,
    endpoint: Endpoint<B, Q, A>,
    handle: (asked: Asked<K, B, Q>) => Promise<A | Response> | A | Response,
  ): void {
    this.#served.push(key)
    const [method, path] = key.split(' ') as [string, string]
    const status = endpoint.status ?? (endpoint.answer || endpoint.file ? 200 : 204)
    const route = createRoute({
      method: method.toLowerCase() as 'get',
      path,
      summary: endpoint.what,
      request: {
        ...(path.includes('{') ? { params: paramsOf(path) } : {}),
        ...(endpoint.query ? { query: endpoint.query as unknown as z.ZodObject } : {}),
        ...(endpoint.body
          ? { body: { required: true, content: { 'application/json': { schema: endpoint.body } } } }
          : {}),
      },
      responses: {
        [status]: {
          description: endpoint.what,
          ...(endpoint.file ? { content: { [endpoint.file]: { schema: z.string() } } } : {}),
          ...(endpoint.answer ? { content: { 'application/json': { schema: endpoint.answer } } } : {}),
        },
        default: { description: 'not done', content: { 'application/json': { schema: apiError } } },
      },
    })
    this.#app.openAPIRegistry.registerPath(route)
    this.#app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
      c.set('route', path)
      await this.#guard.let(c, RIGHTS[key])
      const asked = {
        c,
        params: c.req.param(),
        body: endpoint.body ? parse(endpoint.body, await readJson(c)) : undefined,
        query: endpoint.query ? parse(endpoint.query, c.req.query()) : undefined,
        caller: c.var.caller,
        seat: c.var.seat,
      } as unknown as Asked<K, B, Q>
      const answer = await handle(asked)
      if (answer instanceof Response) return answer
      if (status === 204) return c.body(null, 204)
      return c.json(answer as object, status as ContentfulStatusCode)
    })
  }
}

function paramsOf(path: string): z.ZodObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  return z.object(Object.fromEntries(names.map((name) => [name, z.string()])))
}

async function readJson(c: Asking): Promise<unknown> {
  const text = await c.req.text()
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw new Problem('bad-json')
  }
}

/** Not the right shape is 400; the right shape, but too long, too small or badly formed, is 422. */
function parse<T>(schema: z.ZodType<T>, raw: unknown): T {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const where = issue?.path.join('.') ?? ''
  const message = `${where === '' ? 'The body' : `“${where}”`} ${issue?.message ?? 'does not fit'}.`
  const isShape = !['too_big', 'too_small', 'invalid_format', 'custom'].includes(issue?.code ?? '')
  throw new Problem(isShape ? 'malformed' : 'bad-value', message)
}
