import type { Person } from '../presence/people.ts'

/** "6 people are here", this one included, somebody with two tabs once; '' while alone. */
export function peopleHere(others: readonly Person[], me: string): string {
  const accounts = new Set([me, ...others.map(({ account }) => account)])
  return accounts.size < 2 ? '' : `${accounts.size} people are here`
}
