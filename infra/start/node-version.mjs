const LEAST = [20, 19]

/** Ends the process with one line when this Node is too old. */
export function assertNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return
  console.error(`Node ${version} is too old: Second Story needs Node ${LEAST.join('.')} or newer.`)
  process.exit(1)
}
