export {
  ACCOUNT_LIMITS,
  type Account,
  account,
  accountAnswer,
  accountsAnswer,
  meAnswer,
  type Person,
  person,
  renameBody,
  resetAnswer,
  resetBody,
  type SignInBody,
  type SignUpBody,
  signInBody,
  signUpBody,
  tokenAnswer,
  tokenBody,
  tokensAnswer,
} from './http/account.ts'
export {
  type Board,
  type BoardCard,
  type BoardMember,
  board,
  boardAnswer,
  boardCard,
  boardKind,
  boardMember,
  boardsAnswer,
  type CreateBoardBody,
  createBoardBody,
  memberAnswer,
  membersAnswer,
  patchBoardBody,
  roleBody,
  TITLE_LIMIT,
} from './http/boards.ts'
export {
  COMMENT_LIMITS,
  type CommentBody,
  type CommentPatchBody,
  type CommentsAnswer,
  comment,
  commentAnswer,
  commentBody,
  commentPatchBody,
  commentsAnswer,
} from './http/comments.ts'
export {
  revealAnswer,
  revealBody,
  round,
  roundAnswer,
  roundBody,
  roundPatchBody,
  stageAnswer,
  stageBody,
  timer,
  timerAnswer,
  timerBody,
} from './http/conduct.ts'
export {
  commandsAnswer,
  commandsBody,
  type Graph,
  graph,
  importAnswer,
  importBody,
} from './http/content.ts'
export { type ApiErrorBody, apiError } from './http/errors.ts'
export {
  IMAGE_BYTES,
  IMAGE_COPIES,
  IMAGE_TYPES,
  type Image,
  type ImageType,
  image,
  imageFileQuery,
  imageQuery,
  imageShareBody,
} from './http/images.ts'
export {
  acceptAnswer,
  acceptBody,
  type Invite,
  type InviteInfo,
  invite,
  inviteBody,
  inviteInfo,
  inviteMade,
  invitesAnswer,
  teamInviteBody,
} from './http/invites.ts'
export { type ServerAnswer, serverAnswer, timeAnswer } from './http/server.ts'
export {
  type Team,
  type TeamRole,
  team,
  teamAnswer,
  teamBody,
  teamMember,
  teamMembersAnswer,
  teamRole,
  teamRoleBody,
  teamsAnswer,
} from './http/teams.ts'
export {
  type HistoryStep,
  historyAnswer,
  restoreAnswer,
  VERSION_TITLE_LIMIT,
  type Version,
  version,
  versionBody,
  versionPatchBody,
  versionsAnswer,
} from './http/versions.ts'
export {
  type DotsAnswer,
  dotsAnswer,
  dotsBody,
  vote,
  voteAnswer,
  voteBody,
  votePatchBody,
} from './http/votes.ts'
export { ByteReader, Malformed } from './wire/byte-reader.ts'
export { CLOSE, type CloseCode, closeCode } from './wire/close-codes.ts'
export { type Cursor, decodeCursors, encodeCursors } from './wire/cursors.ts'
export {
  type DownFrame,
  decodeDown,
  encodeAwareness,
  encodeDenied,
  encodeReached,
  encodeRefused,
  encodeSaved,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
} from './wire/down.ts'
export { encoded } from './wire/encoded.ts'
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
  type PresenceAsk,
  type PresenceCaret,
  type PresenceInk,
  type PresenceMove,
  type PresencePoint,
  type PresencePosition,
  type PresenceState,
  type PresenceUser,
  type PresenceWhere,
  readPresence,
} from './wire/presence.ts'
export { formatReach, furtherReach, parseReach, REACH_HEADER, type Reach } from './wire/reach.ts'
export { isRole, mayComment, mayFacilitate, mayRead, mayWrite, ROLES, type Role } from './wire/roles.ts'
export { formatRoomName, layerOfRoom, parseRoomName, type RoomName } from './wire/room-name.ts'
export { ROOT_NAMES } from './wire/root-names.ts'
export { decodeRows, encodeRows, ROWS_TYPE } from './wire/rows.ts'
export { type BadFrame, decodeUp, encodeMark, type UpFrame } from './wire/up.ts'
