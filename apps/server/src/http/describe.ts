import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import type { Env } from './env.ts'

/** The description of all routes, made from the same declarations that parse and answer. */
export function describeRoutes(on: Endpoints, app: OpenAPIHono<Env>): void {
  let document: object | null = null
  on.add('GET /api/openapi.json', { what: 'This description', answer: z.looseObject({}) }, () => {
    document ??= app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Second Story', version: '1', description: 'Boards, people, and what is on a board.' },
    })
    return document as Record<string, unknown>
  })
}
