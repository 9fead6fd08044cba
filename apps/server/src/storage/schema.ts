import type { TeamRole } from '@second-story/protocol'

/**
 * The tables of people and boards, as Kysely sees them. Times are ms since 1970; yes and no are 1 and 0, so that SQLite and
 * Postgres hold the same. The synced layers have tables of their own (`storage/layers`).
 */
export interface Schema {
  accounts: AccountRow
  sessions: SessionRow
  resets: ResetRow
  tokens: TokenRow
  teams: TeamRow
  team_members: TeamMemberRow
  boards: BoardRow
  board_members: BoardMemberRow
  invites: InviteRow
  reveals: RevealRow
  votes: VoteRow
  vote_dots: VoteDotRow
  mentions: MentionRow
  versions: VersionRow
  history_steps: HistoryStepRow
  history_heads: HistoryHeadRow
  images: ImageRow
  image_files: ImageFileRow
  image_layers: ImageLayerRow
  /** the rooms' own table; read for its heads alone */
  layers: LayerHeadRow
}

export interface AccountRow {
  id: string
  kind: 'member' | 'guest'
  name: string
  /** in lower case; null for guests */
  email: string | null
  password_hash: string | null
  is_server_owner: number
  created_at: number
}

export interface SessionRow {
  /** SHA-256 of what the cookie holds */
  id_hash: string
  account_id: string
  expires_at: number
}

export interface ResetRow {
  token_hash: string
  account_id: string
  expires_at: number
}

export interface TokenRow {
  id: string
  token_hash: string
  account_id: string
  name: string
  created_at: number
  expires_at: number | null
}

export interface TeamRow {
  id: string
  title: string
  /** the account whose personal team it is */
  personal_of: string | null
  created_at: number
}

export interface TeamMemberRow {
  team_id: string
  account_id: string
  role: TeamRole
}

export interface BoardRow {
  id: string
  team_id: string
  kind: string
  title: string
  stage: string | null
  created_at: number
  updated_at: number
  deleted_at: number | null
  /** head of the common layer when it was last counted, and what was found */
  counted_head: number
  components: number
  factors: number
  events: number
  /** 1: browsers keep no copy of it */
  sensitive: number
  /** 1: boards of its team begin with what is on it */
  template: number
}

export interface LayerHeadRow {
  board: string
  layer: string
  head: number
}

export interface BoardMemberRow {
  board_id: string
  account_id: string
  /** a role, or `removed`: out, whatever the team says */
  role: string
  changed_at: number
}

export interface InviteRow {
  id: string
  token_hash: string
  /** one of board and team is set */
  board_id: string | null
  team_id: string | null
  role: string
  created_at: number
  expires_at: number
  max_uses: number | null
  uses: number
  revoked_at: number | null
}

export interface RevealRow {
  /** an anonymous reveal that is not finished yet; gone when it is */
  round_id: string
  board_id: string
  created_at: number
}

/** A comment that speaks to somebody who has not seen it; gone once they have. */
export interface MentionRow {
  account_id: string
  board_id: string
  comment_id: string
  at: number
}

/** A vote while it is open, or being closed; gone when it is. */
export interface VoteRow {
  id: string
  board_id: string
  dots: number
  /** what is voted on, as JSON */
  scope: string
  open: number
}

/** One dot, in one of the places that its giver has. */
export interface VoteDotRow {
  vote_id: string
  account_id: string
  slot: number
  board_id: string
  item_id: string
}

export interface VersionRow {
  id: string
  board_id: string
  at: number
  kind: 'auto' | 'named' | 'before-restore'
  /** null but for named ones */
  title: string | null
  /** what changed since the version before, as a JSON list of phrases */
  words: string
  components: number
  factors: number
  events: number
  arrows: number
  /** bytes of `bytes` */
  size: number
  /** what everybody saw, as a V2 update, gzipped */
  bytes: Uint8Array
}

export interface HistoryStepRow {
  board_id: string
  n: number
  at: number
  /** the board went back then, to how it was at this time */
  restored_to: number | null
  /** keys of what went, as a JSON list */
  gone: string
  /** bytes of `put` and `gone` */
  size: number
  /** what came or changed, as a V2 update, gzipped */
  put: Uint8Array
}

export interface HistoryHeadRow {
  board_id: string
  /** number of the last step ever taken */
  n: number
  /** head of `common` when the last step was taken, and when the last automatic version was */
  head: number
  versioned_head: number
  versioned_at: number
}

export interface ImageRow {
  id: string
  /** SHA-256 of what was sent */
  hash: string
  width: number
  height: number
  /** bytes of all its files */
  size: number
  made_at: number
}

export interface ImageFileRow {
  image_id: string
  /** pixels; 0: the picture itself */
  width: number
  type: string
  bytes: Uint8Array
}

export interface ImageLayerRow {
  board_id: string
  /** as `formatLayer` writes it */
  layer: string
  image_id: string
  /** when something on the board was last known to name it */
  named_at: number
}
