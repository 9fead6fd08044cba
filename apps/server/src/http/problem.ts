import type { ApiErrorBody } from '@second-story/protocol'

/** Expected failures people meet: the HTTP status, and the words where a place has none of its own. */
const PROBLEMS = {
  malformed: { status: 400, message: 'The request is not what this address expects.' },
  'bad-json': { status: 400, message: 'The body is not JSON.' },
  'sign-in': { status: 401, message: 'Sign in to go on.' },
  'wrong-credentials': { status: 401, message: 'This e-mail address and password do not go together.' },
  forbidden: { status: 403, message: 'You do not have the right to do this here.' },
  'foreign-origin': { status: 403, message: 'The request comes from another site.' },
  'not-yours': { status: 403, message: 'Only who wrote this may change it.' },
  'observers-silent': {
    status: 403,
    message: 'Whoever looks on does not comment on this board. A facilitator can change that under Share.',
  },
  'invited-only': { status: 403, message: 'Accounts on this server are made by invitation.' },
  removed: { status: 403, message: 'You were taken off this board. Ask whoever facilitates it.' },
  'not-found': { status: 404, message: 'There is nothing at this address.' },
  'no-board': { status: 404, message: 'There is no such board.' },
  'no-comment': { status: 404, message: 'There is no such comment.' },
  'no-invite': { status: 404, message: 'There is no such invitation.' },
  'no-reset': { status: 404, message: 'There is no such link.' },
  'no-method': { status: 405, message: 'This address does not take that method.' },
  'comment-id-taken': { status: 409, message: 'There is something else of this id on the board.' },
  'email-taken': { status: 409, message: 'There is an account with this e-mail address.' },
  'last-owner': { status: 409, message: 'A board needs an owner: make someone else one first.' },
  'last-admin': { status: 409, message: 'A team needs an admin: make someone else one first.' },
  'round-open': { status: 409, message: 'People are still writing; end that first.' },
  'vote-open': { status: 409, message: 'People are still voting; close that vote first.' },
  'vote-over': { status: 409, message: 'This vote is closed. Dots that you gave before were counted.' },
  'invite-over': { status: 410, message: 'This invitation is over. Ask for a new one.' },
  'reset-over': { status: 410, message: 'This link is over. Ask for a new one.' },
  unavailable: {
    status: 503,
    message: 'The server is ending and takes nothing new. Nothing saved is lost; try again in a moment.',
  },
  busy: {
    status: 503,
    message:
      'The server has very much to draw and to read just now. Nothing was lost; try again in a moment.',
  },
  'too-large': { status: 413, message: 'This is too large to be taken.' },
  'image-too-large': {
    status: 413,
    message: 'This picture is larger than 10 MB; up to 10 MB fit. Nothing was changed.',
  },
  'not-json-type': { status: 415, message: 'Send the body as application/json.' },
  'bad-value': { status: 422, message: 'A value does not fit.' },
  'nothing-there': {
    status: 422,
    message:
      'There is nothing here of that id that everybody sees. Comment on something else, or on a place.',
  },
  'board-full': {
    status: 422,
    message:
      'There are as many comments on this board as there may be. All of them are safe; answer on a note.',
  },
  'thread-full': {
    status: 422,
    message: 'This thread is as long as one may be. All of it is safe; begin another.',
  },
  'too-many-invites': {
    status: 422,
    message:
      'There are as many open links here as there may be. They all go on working; end one that nobody needs, then make this one.',
  },
  'too-many-tokens': {
    status: 422,
    message:
      'You have as many tokens as one account may. They all go on working; end one that you do not use, then make this one.',
  },
  'too-many-teams': {
    status: 422,
    message:
      'You look after as many teams as one account may. They are all as they were; let someone else look after one of them, or leave it, then make this one.',
  },
  'images-full': {
    status: 422,
    message:
      'The pictures on this board take as much room as there is: 200 MB. Take some away that nobody needs; their room is free again 30 days later.',
  },
  'too-many-images': {
    status: 429,
    message:
      'Very many pictures came from you in a few minutes. All that came are safe; wait a little, then go on.',
  },
  'no-dots-left': { status: 422, message: 'You have no dots left. Take one back to give it elsewhere.' },
  'too-many-votes': {
    status: 422,
    message:
      'This board keeps as many votes as it may. They are all as they were; take away one that nobody needs, then start this one.',
  },
  'too-many-boards': {
    status: 429,
    message:
      'Very many boards were made within a day, so this one was not. All others are safe; make it tomorrow.',
  },
  'too-many-invites-today': {
    status: 429,
    message:
      'Very many links were made here within a day, so this one was not. The others go on working; use one of them, or make it tomorrow.',
  },
  'too-many-comments': {
    status: 429,
    message:
      'Very many comments came from you just now, so this one was not taken. Send it again in a minute.',
  },
  'too-many-tries': { status: 429, message: 'Too many tries. Wait a few minutes.' },
  'too-many-arrivals': {
    status: 429,
    message: 'Very many people have just joined from your network. Wait a few minutes, then try again.',
  },
  internal: { status: 500, message: 'Something went wrong on the server. Nothing was lost; try again.' },
} as const

export type ProblemId = keyof typeof PROBLEMS

/** Where in a text, or in a list, the trouble lies. */
export type Whereabouts = Omit<ApiErrorBody['error'], 'id' | 'message'>

/** An expected failure on its way to the person: thrown by handlers, answered as `{error:{id,message}}`. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly id: string
  readonly status: number
  readonly where: Whereabouts

  constructor(id: ProblemId, message: string = PROBLEMS[id].message, status: number = PROBLEMS[id].status) {
    super(message)
    this.id = id
    this.status = status
    this.where = {}
  }

  /** Well-formed, but refused by the board's own rules; `id` is theirs. */
  static refused(id: string, message: string, where: Whereabouts = {}): Problem {
    return Object.assign(new Problem('bad-value', message), { id, where })
  }

  body(): ApiErrorBody {
    return { error: { id: this.id, message: this.message, ...this.where } }
  }
}
