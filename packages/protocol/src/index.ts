export { ByteReader, Malformed } from './wire/byte-reader.ts'
export { CLOSE, type CloseCode, closeCode } from './wire/close-codes.ts'
export {
  type DownFrame,
  decodeDown,
  encodeAwareness,
  encodeDenied,
  encodeRefused,
  encodeSaved,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
} from './wire/down.ts'
export {
  formatLayer,
  isWireId,
  LAYER_KINDS,
  type LayerKind,
  type LayerRef,
  parseLayer,
} from './wire/layer.ts'
export { LIMITS } from './wire/limits.ts'
export { AUTH, MESSAGE, SYNC } from './wire/message-types.ts'
export {
  type Presence,
  type PresenceCaret,
  type PresencePoint,
  type PresenceState,
  type PresenceUser,
  readPresence,
} from './wire/presence.ts'
export { isRole, mayFacilitate, mayRead, mayWrite, ROLES, type Role } from './wire/roles.ts'
export { formatRoomName, layerOfRoom, parseRoomName, type RoomName } from './wire/room-name.ts'
export { ROOT_NAMES } from './wire/root-names.ts'
export { type BadFrame, decodeUp, encodeMark, type UpFrame } from './wire/up.ts'
