import { serverAnswer, timeAnswer } from '@second-story/protocol'
import { z } from 'zod'
import type { Endpoints } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import type { Parts } from '../parts.ts'

const ok = z.object({ ok: z.literal(true) })

/** Is it alive, is it ready, what is it like. */
export function healthRoutes(on: Endpoints, { tables, config, clock, metrics, life }: Parts): void {
  on.add('GET /healthz', { what: 'The process is alive', answer: ok }, () => ({ ok: true as const }))

  on.add(
    'GET /readyz',
    { what: 'The database answers, and the server is not ending', answer: ok },
    async () => {
      if (life.isEnding) throw new Problem('unavailable')
      await tables.query.selectFrom('accounts').select('id').limit(1).execute()
      return { ok: true as const }
    },
  )

  // Open to anybody, as monitoring expects it: what it says is of the process, never of a board, a person or what they wrote.
  // Whoever would rather not show even that keeps /metrics back at the proxy.
  on.add('GET /metrics', { what: 'Counts for Prometheus', answer: null, file: 'text/plain' }, async ({ c }) =>
    c.text(await metrics.text()),
  )

  on.add('GET /api/time', { what: 'Server time', answer: timeAnswer }, ({ c }) => {
    c.header('Cache-Control', 'no-store')
    return { now: clock.now() }
  })

  on.add('GET /api/server', { what: 'What the first page needs to know', answer: serverAnswer }, async () => {
    const someone = await tables.query
      .selectFrom('accounts')
      .select('id')
      .where('kind', '=', 'member')
      .limit(1)
      .executeTakeFirst()
    return { signUp: config.signUp, samples: config.samples, empty: someone === undefined }
  })
}
