/** Bounds on what one value may hold. Commands check them before anything is written. */
export const LIMITS = {
  /** characters of a one-line label (name, technology, words on an arrow) */
  label: 200,
  /** characters of a board's title */
  title: 200,
  /** characters of a text that people write together */
  text: 20_000,
  /** characters of what a team tells its facilitators for one step */
  instructions: 2_000,
  /** characters of a link */
  url: 2_000,
  /** canvas units: no item lies further out, none is larger */
  coordinate: 1_000_000,
  size: 20_000,
  /** commands applied in one go: above any import */
  batch: 5_000,
  /** characters of a comment */
  comment: 4_000,
  /** comments on one board, removed ones too, and in one thread */
  comments: 5_000,
  thread: 300,
  /** people that one comment speaks to */
  mentions: 50,
  /** entries of a bag (sources, tags, steady state) */
  entries: 200,
  /** points of one stroke: minutes of a hand that never lifts; bytes of it as it is kept */
  strokePoints: 4_000,
  strokeBytes: 40_000,
  /** strokes of a layer that are read, and that may be drawn */
  strokes: 20_000,
} as const
