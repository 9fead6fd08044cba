/** The shared types at the root of every layer's document; an update that names another is refused. */
export const ROOT_NAMES = ['items', 'places', 'relations', 'strokes', 'prose', 'meta'] as const
