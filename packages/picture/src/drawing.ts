import type { IconName } from './icons/icons.ts'
import type { Paint } from './themes.ts'

/** Canvas units everywhere; y grows downwards. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface Font {
  readonly family: 'sans' | 'serif'
  readonly size: number
  readonly weight: 400 | 500 | 600
  readonly italic?: true
  /** figures of one width, for times */
  readonly tabular?: true
}

/** A small rotation about a point, as of a stamp put on by hand. */
export interface Turn {
  readonly degrees: number
  readonly x: number
  readonly y: number
}

export interface PathMark {
  readonly mark: 'path'
  readonly d: string
  readonly fill?: Paint
  readonly stroke?: Paint
  readonly width?: number
  readonly dash?: readonly number[]
  readonly cap?: 'round'
  readonly opacity?: number
  readonly turn?: Turn
}

export interface TextMark {
  readonly mark: 'text'
  readonly x: number
  /** the baseline */
  readonly y: number
  readonly text: string
  readonly font: Font
  readonly fill: Paint
  readonly anchor?: 'start' | 'middle' | 'end'
  /** the colour of the ground, drawn round the letters so that a line may run behind them */
  readonly halo?: Paint
  readonly turn?: Turn
}

export interface IconMark {
  readonly mark: 'icon'
  readonly name: IconName
  /** its top left corner */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly stroke: Paint
  /** line width on the icon's own 24 by 24 grid; 1.75 unless told */
  readonly width?: number
  readonly turn?: Turn
}

/** A picture that people brought. Who paints is told by others where its bytes are; without them stands what is `instead`. */
export interface ImageMark {
  readonly mark: 'image'
  /** id of the kept picture; '' where there is none */
  readonly picture: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly instead: readonly Mark[]
}

/** One thing to paint. Every renderer (SVG, React, canvas) paints the same list in the same order. */
export type Mark = PathMark | TextMark | IconMark | ImageMark

/** Where the main words of an item stand: the in-place editor goes exactly there. */
export interface Words {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly font: Font
  /** units from line to line */
  readonly lineHeight: number
  readonly maxLines: number
  readonly align: 'start' | 'middle'
  readonly fill: Paint
}

/** An item as marks. Its top left corner is 0, 0; stamps may hang over the edges. */
export interface Drawing {
  readonly w: number
  readonly h: number
  readonly marks: readonly Mark[]
  readonly words: Words | null
  /** path for hits and for the outline of a selection */
  readonly outline: string
}
