import type { LayerName } from '@second-story/board'
import { formatRoomName, type RoomName } from '@second-story/protocol'

/** One synced document of one board, as this account has it. */
export interface LayerPlace {
  readonly board: string
  readonly account: string
  readonly layer: LayerName
}

/** The name under which it is asked for on the wire. */
export function roomOf({ board, layer }: LayerPlace): string {
  const [kind, member] = layer.split('.')
  if (kind === 'story' && member) return formatRoomName({ kind, board, member })
  return formatRoomName({ kind: kind as Exclude<RoomName['kind'], 'story'>, board })
}
