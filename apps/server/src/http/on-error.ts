import { HTTPException } from 'hono/http-exception'
import { Busy, TookTooMuch } from '../off-thread/aside.ts'
import type { Log } from '../rooms/log.ts'
import type { Asking } from './env.ts'
import { Problem } from './problem.ts'

/** Every failure as `{error:{id,message}}`: expected ones as they are, all else as one sentence, and the reason to the log alone. */
export function answerError(log: Log): (error: Error, c: Asking) => Response {
  return (error, c) => {
    const problem = asProblem(error)
    if (problem.id === 'internal') {
      log.error({ request: c.var.requestId, error: error.stack ?? String(error) }, 'unexpected')
    }
    return c.json(problem.body(), problem.status as 400)
  }
}

function asProblem(error: Error): Problem {
  if (error instanceof Problem) return error
  if (error instanceof Busy || error instanceof TookTooMuch) return new Problem('busy')
  if (error instanceof HTTPException && error.status < 500)
    return new Problem('malformed', undefined, error.status)
  return new Problem('internal')
}
