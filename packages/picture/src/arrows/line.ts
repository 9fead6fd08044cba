import { ARROW_LOOKS, type ArrowLine, type Relation } from '@second-story/board'

/** How an arrow runs: as people chose, else as its kind does (calls turn at right angles, threads curve). */
export function lineOf(relation: Relation): ArrowLine {
  return relation.line ?? (ARROW_LOOKS[relation.kind].thread ? 'curved' : 'angled')
}
