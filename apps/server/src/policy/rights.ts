import type { Role } from '@second-story/protocol'

const ALL: readonly Role[] = ['owner', 'facilitator', 'deputy', 'agent', 'participant', 'observer']
const WRITERS: readonly Role[] = ['owner', 'facilitator', 'deputy', 'agent', 'participant']
const FACILITATORS: readonly Role[] = ['owner', 'facilitator', 'deputy']
const OWNERS: readonly Role[] = ['owner']

/** Who may ask at all. What a role may do *with* it (whom to promote, which layer to write) is the feature's own policy. */
export type Right =
  | { readonly who: 'anyone' }
  /** signed in, guests too */
  | { readonly who: 'account' }
  /** signed in with an account of one's own, not a guest */
  | { readonly who: 'member' }
  | { readonly who: 'server-owner' }
  /** in the team that the address names */
  | { readonly who: 'team'; readonly admins: boolean }
  /** on the board that the address names, in one of these roles; `deleted`: only on a deleted one */
  | { readonly who: 'board'; readonly roles: readonly Role[]; readonly deleted?: true }

const anyone = { who: 'anyone' } as const
const account = { who: 'account' } as const
const member = { who: 'member' } as const
const onBoard = (roles: readonly Role[]) => ({ who: 'board', roles }) as const

/**
 * Who may do what: every route there is. A route without a row cannot be declared, a row without a route fails the tests, and
 * the tests walk the table with every role, a stranger, a guest and nobody.
 */
export const RIGHTS = {
  'GET /healthz': anyone,
  'GET /readyz': anyone,
  'GET /metrics': anyone,
  'GET /api/openapi.json': anyone,
  'GET /api/server': anyone,
  'GET /api/time': anyone,

  'POST /api/accounts': anyone,
  'GET /api/accounts': { who: 'server-owner' },
  'POST /api/sessions': anyone,
  'DELETE /api/sessions/current': anyone,
  'GET /api/me': anyone,
  'PATCH /api/me': account,
  'POST /api/accounts/{account}/resets': { who: 'server-owner' },
  'POST /api/resets/{token}': anyone,
  'GET /api/tokens': member,
  'POST /api/tokens': member,
  'DELETE /api/tokens/{token}': member,

  'GET /api/teams': account,
  'POST /api/teams': member,
  'GET /api/teams/{team}/members': { who: 'team', admins: false },
  'PUT /api/teams/{team}/members/{account}': { who: 'team', admins: true },
  'DELETE /api/teams/{team}/members/{account}': { who: 'team', admins: false },
  'GET /api/teams/{team}/invites': { who: 'team', admins: true },
  'POST /api/teams/{team}/invites': { who: 'team', admins: true },
  'DELETE /api/teams/{team}/invites/{invite}': { who: 'team', admins: true },

  'GET /api/boards': account,
  'POST /api/boards': member,
  'GET /api/boards/{board}': onBoard(ALL),
  'PATCH /api/boards/{board}': onBoard(WRITERS),
  'DELETE /api/boards/{board}': onBoard(OWNERS),
  'POST /api/boards/{board}/restore': { who: 'board', roles: OWNERS, deleted: true },
  'GET /api/boards/{board}/graph': onBoard(ALL),
  'GET /api/boards/{board}/layers/{layer}/snapshot': onBoard(ALL),
  'POST /api/boards/{board}/commands': onBoard(WRITERS),
  'POST /api/boards/{board}/imports': onBoard(WRITERS),

  'GET /api/boards/{board}/versions': onBoard(ALL),
  'POST /api/boards/{board}/versions': onBoard(WRITERS),
  'GET /api/boards/{board}/versions/{version}': onBoard(ALL),
  'PATCH /api/boards/{board}/versions/{version}': onBoard(WRITERS),
  'POST /api/boards/{board}/versions/{version}/restore': onBoard(WRITERS),
  'GET /api/boards/{board}/history': onBoard(ALL),

  'POST /api/boards/{board}/images': onBoard(WRITERS),
  'GET /api/boards/{board}/images/{image}': onBoard(ALL),
  'POST /api/boards/{board}/images/{image}/shares': onBoard(WRITERS),

  'GET /api/boards/{board}/members': onBoard(ALL),
  'PUT /api/boards/{board}/members/{account}': onBoard(FACILITATORS),
  'DELETE /api/boards/{board}/members/{account}': onBoard(ALL),
  'GET /api/boards/{board}/invites': onBoard(FACILITATORS),
  'POST /api/boards/{board}/invites': onBoard(FACILITATORS),
  'DELETE /api/boards/{board}/invites/{invite}': onBoard(FACILITATORS),
  'GET /api/invites/{token}': anyone,
  'POST /api/invites/{token}/accept': anyone,

  'POST /api/boards/{board}/stage': onBoard(FACILITATORS),
  'POST /api/boards/{board}/timer': onBoard(FACILITATORS),
  'DELETE /api/boards/{board}/timer': onBoard(FACILITATORS),
  'POST /api/boards/{board}/rounds': onBoard(FACILITATORS),
  'PATCH /api/boards/{board}/rounds/{round}': onBoard(FACILITATORS),
  'POST /api/boards/{board}/reveals': onBoard(FACILITATORS),
  'POST /api/boards/{board}/votes': onBoard(FACILITATORS),
  'PATCH /api/boards/{board}/votes/{vote}': onBoard(FACILITATORS),
  'DELETE /api/boards/{board}/votes/{vote}': onBoard(FACILITATORS),
  'GET /api/boards/{board}/votes/{vote}/dots': onBoard(WRITERS),
  'PUT /api/boards/{board}/votes/{vote}/dots': onBoard(WRITERS),

  // observers where the board says so: the feature asks
  'GET /api/boards/{board}/comments': onBoard(ALL),
  'POST /api/boards/{board}/comments': onBoard(ALL),
  'PATCH /api/boards/{board}/comments/{comment}': onBoard(ALL),
  'DELETE /api/boards/{board}/comments/{comment}': onBoard(ALL),
  'PUT /api/boards/{board}/comments/{comment}/seen': onBoard(ALL),

  'GET /api/boards/{board}/record.md': onBoard(ALL),
  'GET /api/boards/{board}/record.html': onBoard(ALL),
  'GET /api/boards/{board}/record.json': onBoard(ALL),
  'GET /api/boards/{board}/system.mmd': onBoard(ALL),
  'GET /api/boards/{board}/system.dot': onBoard(ALL),
  'GET /api/boards/{board}/system.csv': onBoard(ALL),
  'GET /api/boards/{board}/timeline.csv': onBoard(ALL),
  'GET /api/boards/{board}/board.canvas': onBoard(ALL),
  'GET /api/boards/{board}/bundle.zip': onBoard(ALL),
  'POST /api/bundles': member,
  'GET /api/boards/{board}/picture.svg': onBoard(ALL),
  'GET /api/boards/{board}/picture.pdf': onBoard(ALL),
  'GET /api/boards/{board}/picture.png': onBoard(ALL),
  'GET /api/boards/{board}/board.json': onBoard(ALL),
} as const satisfies Record<string, Right>

export type Rights = typeof RIGHTS
export type RouteKey = keyof Rights
