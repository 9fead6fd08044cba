/**
 * A layer is one synced document with its own readers and writers: the only unit of access there is.
 * `common` everybody on the board; `conduct` written by the server alone; `agents` agents of chaos and the
 * facilitator; `own` one person's private sketch and quiet writing; `story.<member>` one teller and whom they chose.
 */
export type LayerName = 'common' | 'conduct' | 'agents' | 'own' | `story.${string}`

export function isLayerName(value: unknown): value is LayerName {
  return (
    value === 'common' ||
    value === 'conduct' ||
    value === 'agents' ||
    value === 'own' ||
    (typeof value === 'string' && /^story\.[A-Za-z0-9_-]{1,64}$/.test(value))
  )
}

/** Lower is more public. The same id in two layers: the most public one is read (DESIGN section 8). */
export function layerRank(layer: LayerName): number {
  switch (layer) {
    case 'common':
      return 0
    case 'conduct':
      return 1
    case 'agents':
      return 2
    case 'own':
      return 3
    default:
      return 4
  }
}

/** The layer for something that joins two layers: the less public of both, whose readers read both ends. */
export function narrower(a: LayerName, b: LayerName): LayerName {
  return layerRank(a) >= layerRank(b) ? a : b
}
