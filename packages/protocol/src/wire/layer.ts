/** A layer is one synced document with its own readers and writers: the only unit of access there is. */
export const LAYER_KINDS = ['common', 'conduct', 'agents', 'own', 'story'] as const

export type LayerKind = (typeof LAYER_KINDS)[number]

/** One layer of a board; `member` is an account id. */
export type LayerRef =
  | { readonly kind: 'common' }
  | { readonly kind: 'conduct' }
  | { readonly kind: 'agents' }
  | { readonly kind: 'own'; readonly member: string }
  | { readonly kind: 'story'; readonly member: string }

const ID = /^[A-Za-z0-9_-]{1,64}$/

/** True for what may stand as a board or account id in a room's name. */
export function isWireId(text: string): boolean {
  return ID.test(text)
}

/** `common`, `conduct`, `agents`, `own.<member>`, `story.<member>`: the name under which a layer is stored. */
export function formatLayer(layer: LayerRef): string {
  return 'member' in layer ? `${layer.kind}.${layer.member}` : layer.kind
}

/** The layer that `formatLayer` names, or null. */
export function parseLayer(text: string): LayerRef | null {
  const [kind, member, ...rest] = text.split('.')
  if (rest.length > 0) return null
  switch (kind) {
    case 'common':
    case 'conduct':
    case 'agents':
      return member === undefined ? { kind } : null
    case 'own':
    case 'story':
      return member !== undefined && isWireId(member) ? { kind, member } : null
    default:
      return null
  }
}
