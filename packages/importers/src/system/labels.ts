/** What labels, annotations and properties say of a component besides what it is. */
export interface Labelled {
  readonly ownerTeam: string
  readonly criticality: string
}

const OWNER =
  /^(?:(?:[\w.-]+[./])?(?:owner|team|owned-by|owning-team|squad|maintained-by|owner-team|service-owner))$/i
const CRITICALITY = /^(?:(?:[\w.-]+[./])?(?:criticality|tier|service-tier|business-criticality))$/i
/** Kubernetes names layers so, not weights. */
const LAYERS = /^(?:front-?end|back-?end|control-plane|node|cache|web|app|db|data|database)$/i

/** Reads the few names that teams use for them; the first that says something counts. */
export function labelled(labels: Iterable<readonly [string, string | null]>): Labelled {
  let [ownerTeam, criticality] = ['', '']
  for (const [name, value] of labels) {
    const words = (value ?? '').trim().slice(0, 80)
    if (words === '') continue
    if (ownerTeam === '' && OWNER.test(name)) ownerTeam = words
    else if (criticality === '' && CRITICALITY.test(name) && !LAYERS.test(words)) criticality = words
  }
  return { ownerTeam, criticality }
}
