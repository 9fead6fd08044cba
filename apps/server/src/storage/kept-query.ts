import type { CompiledQuery } from 'kysely'

/** Asks a query that was put into words once; resolves with its rows. */
export type Ask = <R>(sql: string, parameters: readonly unknown[]) => Promise<R[]>

/** Stands in the words of a query for what is known when it is asked. */
const hole = (i: number): string => `value ${i} of a kept query`

/**
 * A query that is asked at every request and every socket: its words are made once, of `holes` strings that stand for what is given
 * each time, in this order. Resolves with the first row.
 */
export function keptQuery<R>(
  ask: Ask,
  holes: number,
  build: (...values: string[]) => { compile(): CompiledQuery<R> },
): (...values: readonly string[]) => Promise<R | undefined> {
  const names = Array.from({ length: holes }, (_, i) => hole(i))
  const { sql, parameters } = build(...names).compile()
  const from = parameters.map((parameter) => names.indexOf(String(parameter)))
  return async (...values) => {
    if (values.length !== holes) throw new Error(`${holes} values are asked for, not ${values.length}`)
    const given = parameters.map((parameter, i) => {
      const value = from[i] ?? -1
      return value < 0 ? parameter : values[value]
    })
    const [first] = await ask<R>(sql, given)
    return first
  }
}
