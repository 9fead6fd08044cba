import { ApiError } from '../api/request.ts'

export interface OpeningWords {
  readonly title: string
  readonly words: string
  /** where to go from here */
  readonly way: 'sign-in' | 'boards' | 'none'
}

/** Why a board does not open: what happened, what is safe, what to do. `null`: there is none of that name. */
export function openingWords(error: unknown): OpeningWords {
  if (error === null) {
    return {
      title: 'There is no such board',
      words: 'The link may be cut short, or the board was deleted. Ask whoever sent it to you.',
      way: 'boards',
    }
  }
  if (!(error instanceof ApiError)) {
    return {
      title: 'The board did not open',
      words: 'Something went wrong on this page. Nothing was lost; try again, or reload the page.',
      way: 'none',
    }
  }
  if (error.status === 401) {
    return {
      title: 'Sign in to open this board',
      words: 'If somebody sent you an invite link, open that link again: it needs no account.',
      way: 'sign-in',
    }
  }
  if (error.status === 404 || error.status === 403) return openingWords(null)
  return { title: 'The board did not open', words: error.message, way: 'none' }
}
