import type { ComponentKind, RelationKind } from '@second-story/board'

/** Words on an arrow that say what kind it is, the more telling first. */
const SAID: readonly (readonly [RelationKind, RegExp])[] = [
  ['replicates-to', /\breplicat|\bmirrors?\b/],
  ['fails-over-to', /\bfail(?:s|ing)?[- ]?over/],
  ['backs-up-to', /\bback(?:s|ing)?[- ]?up/],
  ['consumes', /\bconsum|\bsubscrib|\blistens?\b|\bpolls?\b/],
  ['publishes', /\bpublish|\bproduc(?:es?|ing)\b|\bemits?\b|\bevents?\b|\benqueue/],
  ['monitors', /\bmonitor|\bscrapes?\b|\bwatch(?:es)?\b|\bobserves?\b/],
  ['notifies', /\bnotif|\balerts?\b|\bpages?\b|\be-?mails?\b/],
  ['deploys', /\bdeploys?\b/],
  ['reads', /\breads?\s+from\b|^reads?$|\bqueries\b|\bselects?\b/],
  ['writes', /\bwrites?\s+to\b|^writes?$|\bstores?\b|\bpersists?\b|\binserts?\b/],
  ['depends-on', /\bdepends?[- ]on\b|\brequires?\b/],
]

/** What an arrow between two such things, with such words on it, most likely says. */
export function guessArrow(
  from: ComponentKind | undefined,
  to: ComponentKind | undefined,
  label: string,
): RelationKind {
  const lower = label.slice(0, 200).toLowerCase()
  const said = SAID.find(([, words]) => words.test(lower))
  // "stores" on an arrow between services is no writing to a store
  if (said && !(said[0] === 'writes' && to !== 'datastore' && to !== 'cache')) return said[0]
  if (from === 'queue' || to === 'queue') return 'publishes'
  if (from === 'observability' && to !== 'observability') return 'monitors'
  return 'calls'
}
