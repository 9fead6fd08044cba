import { COLOURINGS, type ColourBy } from '@second-story/picture'

/** What is remembered of a board on this machine: words of kinds and tags, nothing of what people wrote besides. */
export interface KeptShow {
  readonly hidden: readonly string[]
  readonly tags: readonly string[]
  readonly colour: ColourBy | null
  readonly order: boolean
}

const KEY = 'second-story:show:'
const MOST = 200

/** The choice made on this board before; whatever else may lie in the storage reads as everything shown. */
export function readKept(board: string, storage: Pick<Storage, 'getItem'> | null): KeptShow {
  const nothing: KeptShow = { hidden: [], tags: [], colour: null, order: false }
  try {
    const raw: unknown = JSON.parse(storage?.getItem(KEY + board) ?? 'null')
    if (typeof raw !== 'object' || raw === null) return nothing
    const { hidden, tags, colour, order } = raw as Record<string, unknown>
    return {
      hidden: stringsOf(hidden),
      tags: stringsOf(tags),
      colour: COLOURINGS.find((one) => one === colour) ?? null,
      order: order === true,
    }
  } catch {
    return nothing
  }
}

export function keep(
  board: string,
  kept: KeptShow,
  storage: Pick<Storage, 'setItem' | 'removeItem'> | null,
): void {
  try {
    const isUsual = kept.hidden.length + kept.tags.length === 0 && kept.colour === null && !kept.order
    if (isUsual) storage?.removeItem(KEY + board)
    else storage?.setItem(KEY + board, JSON.stringify(kept))
  } catch {
    // a browser without storage keeps the choice for this page
  }
}

function stringsOf(raw: unknown): readonly string[] {
  if (!Array.isArray(raw)) return []
  return raw.filter((one): one is string => typeof one === 'string' && one.length <= 80).slice(0, MOST)
}
