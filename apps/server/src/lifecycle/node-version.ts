import { StartError } from './start-error.ts'

/** The oldest Node that runs it. */
const LEAST = [20, 19] as const

export function assertNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return
  throw new StartError(`Node ${version} is too old: Second Story needs Node ${LEAST.join('.')} or newer.`)
}
