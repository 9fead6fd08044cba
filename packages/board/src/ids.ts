/** 21 characters of `[A-Za-z0-9_-]`, made by the caller, unique over all layers of a board (DESIGN section 8). */
export type ItemId = string & { readonly __brand: 'item' }
export type RelationId = string & { readonly __brand: 'relation' }

const ID = /^[A-Za-z0-9_-]{21}$/

export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

/** Brands a well-formed id; throws on anything else (misuse: outside data is parsed with the schemas). */
export function itemId(value: string): ItemId {
  if (!isId(value)) throw new Error(`not an item id: ${JSON.stringify(value)}`)
  return value as ItemId
}

export function relationId(value: string): RelationId {
  if (!isId(value)) throw new Error(`not a relation id: ${JSON.stringify(value)}`)
  return value as RelationId
}
