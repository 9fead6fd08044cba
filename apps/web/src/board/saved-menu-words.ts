import type { Kept } from '../session/board-session.ts'

/** What this browser keeps, below the badge's menu: what would survive if the tab closed now. */
export function keptWords(kept: Kept): string {
  switch (kept) {
    case 'kept':
      return 'What you change is kept in this browser until the server has it.'
    case 'none':
      return 'This browser keeps no copy: a private window, or its storage is off. What the server does not have yet is in this tab only.'
    case 'failing':
      return 'The storage of this browser is full. What the server does not have yet is in this tab only.'
    case 'off':
      return 'No browser keeps a copy of this board. What the server does not have yet is in this tab only.'
  }
}
