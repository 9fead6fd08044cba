/**
 * Names of optional platform packages that some entry of a lock wants and the lock does not hold: on the machines that need
 * them `npm ci` would stop. npm leaves them out without a word when it makes a lock beside an installed node_modules.
 */
export function missingFromLock(lock) {
  const held = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')))
  const wanted = Object.values(lock.packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  )
  return [...new Set(wanted)].filter((name) => !held.has(name)).sort()
}
