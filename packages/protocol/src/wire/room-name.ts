import { isWireId, type LayerRef } from './layer.ts'

/**
 * What stands behind `/sync/`: `common.<board>`, `conduct.<board>`, `agents.<board>`, `own.<board>` (of whoever connects)
 * and `story.<board>.<member>`.
 */
export type RoomName =
  | { readonly kind: 'common' | 'conduct' | 'agents' | 'own'; readonly board: string }
  | { readonly kind: 'story'; readonly board: string; readonly member: string }

export function formatRoomName(room: RoomName): string {
  return room.kind === 'story' ? `${room.kind}.${room.board}.${room.member}` : `${room.kind}.${room.board}`
}

/** The room that a name stands for, or null when it is none. */
export function parseRoomName(text: string): RoomName | null {
  const [kind, board, member, ...rest] = text.split('.')
  if (rest.length > 0 || board === undefined || !isWireId(board)) return null
  switch (kind) {
    case 'common':
    case 'conduct':
    case 'agents':
    case 'own':
      return member === undefined ? { kind, board } : null
    case 'story':
      return member !== undefined && isWireId(member) ? { kind, board, member } : null
    default:
      return null
  }
}

/** The layer that `account` means by this room. */
export function layerOfRoom(room: RoomName, account: string): LayerRef {
  switch (room.kind) {
    case 'own':
      return { kind: 'own', member: account }
    case 'story':
      return { kind: 'story', member: room.member }
    default:
      return { kind: room.kind }
  }
}
