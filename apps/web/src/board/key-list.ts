export interface KeyGroup {
  readonly title: string
  readonly keys: readonly { readonly keys: readonly string[]; readonly words: string }[]
}

const isMac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform)
export const MOD = isMac ? '⌘' : 'Ctrl'

/** What the `?` dialog lists. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'Draw',
    keys: [
      { keys: ['V'], words: 'Select' },
      { keys: ['C'], words: 'Component' },
      { keys: ['B'], words: 'Boundary, round what is selected' },
      { keys: ['A'], words: 'Arrow; links what is selected' },
      { keys: ['L'], words: 'Lasso' },
      { keys: ['D'], words: 'Pen; with Shift, highlighter; straight lines with Shift held' },
      { keys: ['⇧', 'E'], words: 'Eraser' },
      { keys: ['K'], words: 'Laser, fades at once' },
      { keys: ['N'], words: 'Note' },
      { keys: ['Tab'], words: 'The next one, connected; the next note beside it' },
      { keys: [MOD, 'Enter'], words: 'While writing: the next one below; ⇧ Enter a new line' },
      { keys: ['T'], words: 'Type it: orders > payment (http)' },
    ],
  },
  {
    title: 'Tell',
    keys: [
      { keys: ['E'], words: 'Event' },
      { keys: ['F'], words: 'Factor' },
      { keys: ['1', '2', '3', '4'], words: 'The part it played' },
      { keys: ['Q'], words: 'Question' },
      { keys: ['I'], words: 'Insight' },
      { keys: ['P'], words: 'Park it' },
      { keys: ['⇧', 'C'], words: 'Comment, on what is selected or what is pressed next' },
      { keys: ['.', ','], words: 'In a vote: a dot for it, a dot back' },
    ],
  },
  {
    title: 'Go',
    keys: [
      { keys: ['←', '→'], words: 'Event by event, step by step of a flow; on the map, thing by thing' },
      { keys: ['⇧', '↓'], words: 'Take the next thing along' },
      { keys: ['O'], words: 'Outline: the map as text, and back' },
      { keys: ['/'], words: 'Find' },
      { keys: [MOD, 'K'], words: 'Everything' },
      { keys: ['G'], words: 'Places of the board; a digit goes there' },
      { keys: ['Alt', '←'], words: 'Back to where I was, before a jump' },
      { keys: ['⇧', 'M'], words: 'The minimap' },
      { keys: ['F9'], words: 'Projector: only what everybody sees, large' },
      { keys: ['H'], words: 'The board as it was: versions and replay' },
      { keys: ['?'], words: 'These keys' },
    ],
  },
  {
    title: 'Look',
    keys: [
      { keys: ['+', '−'], words: 'Nearer, further' },
      { keys: ['0'], words: 'Back to 100 %' },
      { keys: ['Shift', '1'], words: 'Fit the board' },
      { keys: ['Shift', '2'], words: 'Fit what is selected' },
    ],
  },
  {
    title: 'Outline',
    keys: [
      { keys: ['↑', '↓'], words: `Line by line; with ${MOD}, heading by heading` },
      { keys: ['←', '→'], words: 'To the arrows of a line, and along them' },
      { keys: ['Enter'], words: 'Write; again, the next of its kind' },
      { keys: ['>', '<'], words: 'Connect: > payment (http)' },
      { keys: ['Alt', '↑', '↓'], words: 'To the heading before or after' },
      { keys: ['Alt', '←', '→'], words: 'Out of a boundary, into one; Tab while writing' },
    ],
  },
  {
    title: 'By hand',
    keys: [
      { keys: ['Space'], words: 'Held: pull the board along' },
      { keys: ['⇧'], words: 'Pulling: on one line; a corner: same ratio; empty space: adds' },
      { keys: ['Alt'], words: 'Pulling: a copy; a corner: from the middle; empty space: lasso' },
      { keys: [MOD], words: 'Pulling: no guides, no grid' },
      { keys: ['Esc'], words: 'Back where it lay' },
    ],
  },
  {
    title: 'Replay',
    keys: [
      { keys: ['Space'], words: 'Play, pause' },
      { keys: ['←', '→'], words: 'Step by step' },
      { keys: ['PgUp', 'PgDn'], words: 'From named version to named version' },
      { keys: ['Home', 'End'], words: 'To the beginning, to now' },
    ],
  },
  {
    title: 'Change',
    keys: [
      { keys: ['Enter'], words: 'Edit the words' },
      { keys: ['⇧', 'Enter'], words: 'To its details; Enter goes on, Esc comes back' },
      { keys: ['M'], words: 'Reached by Tab: move it by arrow keys' },
      { keys: ['M'], words: 'Move with the arrow keys, Enter puts down' },
      { keys: ['Delete'], words: 'Delete' },
      { keys: [MOD, 'D'], words: 'Duplicate' },
      { keys: [MOD, 'G'], words: 'Group; with Shift, ungroup' },
      { keys: ['⇧', 'T'], words: 'Tidy what is selected, or the map' },
      { keys: ['1', '2', '3'], words: 'An arrow straight, curved, right-angled' },
      { keys: ['1', '…', '5'], words: 'The ground of a note; S its size' },
      { keys: ['←', '→', '↑', '↓'], words: 'A step; ten with Shift; by units with Alt' },
      { keys: ['[', ']'], words: 'Behind the others, before them; Alt: one step' },
      { keys: ['⇧', 'L'], words: 'Pin where it lies' },
      { keys: [MOD, 'C'], words: 'Copy; V pastes, on other boards too' },
      { keys: [MOD, 'Z'], words: 'Undo; with Shift, redo' },
      { keys: ['Esc'], words: 'Let go' },
    ],
  },
]
