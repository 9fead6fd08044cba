import type { Font, ImageMark, Mark, PathMark, TextMark, Turn } from '../drawing.ts'
import { ICONS, type IconName } from '../icons/icons.ts'
import type { Theme } from '../themes.ts'
import { FAMILIES } from './svg-node.ts'

/** As much of CanvasRenderingContext2D as painting takes; P is what a Path2D is there. */
export interface PaintContext<P> {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap: 'butt' | 'round' | 'square'
  lineJoin: 'bevel' | 'miter' | 'round'
  globalAlpha: number
  font: string
  textAlign: 'start' | 'center' | 'end' | 'left' | 'right'
  fontKerning?: 'auto' | 'none' | 'normal'
  textRendering?: string
  save(): void
  restore(): void
  translate(x: number, y: number): void
  rotate(radians: number): void
  scale(x: number, y: number): void
  setLineDash(segments: number[]): void
  fill(path: P): void
  stroke(path: P): void
  fillText(text: string, x: number, y: number): void
  strokeText(text: string, x: number, y: number): void
  /** both only where pictures are painted */
  getTransform?(): { readonly a: number }
  drawImage?(image: never, x: number, y: number, w: number, h: number): void
}

/** A decoded picture at least so many pixels wide, where there is one; null where it is on its way, or gone. */
export type ImageSource = (image: ImageMark, pixels: number) => unknown

/**
 * Paints marks on a canvas. Paths are made once a `d` and kept by the marks' identity, so that painting the same
 * drawing again parses nothing; one painter for one kind of context.
 */
export class Painter<P> {
  readonly #makePath: (d: string) => P
  readonly #paths = new WeakMap<PathMark, P>()
  readonly #icons = new Map<IconName, P>()

  /** `makePath` is `(d) => new Path2D(d)` in a browser. */
  constructor(makePath: (d: string) => P) {
    this.#makePath = makePath
  }

  paint(
    context: PaintContext<P>,
    drawing: { readonly marks: readonly Mark[] },
    theme: Theme,
    images?: ImageSource,
  ): void {
    // no kerning, no ligatures: as `measure` reads them, and as the fonts in an exported picture are
    context.fontKerning = 'none'
    context.textRendering = 'optimizeSpeed'
    for (const mark of drawing.marks) {
      if (mark.mark === 'image') {
        this.#paintImage(context, mark, theme, images)
        continue
      }
      if (mark.turn) {
        context.save()
        turnBy(context, mark.turn)
      }
      this.#paintMark(context, mark, theme)
      if (mark.turn) context.restore()
    }
  }

  #paintMark(context: PaintContext<P>, mark: Exclude<Mark, ImageMark>, theme: Theme): void {
    switch (mark.mark) {
      case 'path':
        this.#paintPath(context, mark, theme)
        return
      case 'icon': {
        context.save()
        context.translate(mark.x, mark.y)
        context.scale(mark.size / 24, mark.size / 24)
        context.strokeStyle = theme[mark.stroke]
        context.lineWidth = mark.width ?? 1.75
        context.lineCap = 'round'
        context.lineJoin = 'round'
        context.stroke(this.#icon(mark.name))
        context.restore()
        return
      }
      case 'text':
        if (mark.font.family === 'sans') paintText(context, mark, theme)
        else paintSerif(context, mark, theme)
    }
  }

  #paintImage(context: PaintContext<P>, mark: ImageMark, theme: Theme, images?: ImageSource): void {
    const pixels = mark.w * (context.getTransform?.().a ?? 1)
    const image = context.drawImage ? (images?.(mark, pixels) ?? null) : null
    if (image === null) this.paint(context, { marks: mark.instead }, theme)
    else context.drawImage?.(image as never, mark.x, mark.y, mark.w, mark.h)
  }

  #paintPath(context: PaintContext<P>, mark: PathMark, theme: Theme): void {
    const path = this.#path(mark)
    const before = context.globalAlpha
    if (mark.opacity !== undefined) context.globalAlpha = before * mark.opacity
    if (mark.fill) {
      context.fillStyle = theme[mark.fill]
      context.fill(path)
    }
    if (mark.stroke) {
      context.strokeStyle = theme[mark.stroke]
      context.lineWidth = mark.width ?? 1
      context.lineCap = mark.cap ?? 'butt'
      context.lineJoin = 'round'
      if (mark.dash) context.setLineDash([...mark.dash])
      context.stroke(path)
      if (mark.dash) context.setLineDash([])
    }
    if (mark.opacity !== undefined) context.globalAlpha = before
  }

  #path(mark: PathMark): P {
    const known = this.#paths.get(mark)
    if (known) return known
    const made = this.#makePath(mark.d)
    this.#paths.set(mark, made)
    return made
  }

  #icon(name: IconName): P {
    const known = this.#icons.get(name)
    if (known) return known
    const made = this.#makePath(ICONS[name])
    this.#icons.set(name, made)
    return made
  }
}

function paintText(context: PaintContext<never>, mark: TextMark, theme: Theme, halo = 5): void {
  context.font = canvasFont(mark.font)
  context.textAlign = mark.anchor === 'middle' ? 'center' : (mark.anchor ?? 'start')
  if (mark.halo) {
    context.strokeStyle = theme[mark.halo]
    context.lineWidth = halo
    context.lineJoin = 'round'
    context.strokeText(mark.text, mark.x, mark.y)
  }
  context.fillStyle = theme[mark.fill]
  context.fillText(mark.text, mark.x, mark.y)
}

/** The size for which the letters of the serif are drawn, in the fonts of `fonts/` and wherever a picture shows them. */
const OPTICAL = 18

/** A canvas takes the letters meant for the size it is told: so it is told that one, and scaled. */
function paintSerif(context: PaintContext<never>, mark: TextMark, theme: Theme): void {
  const scale = mark.font.size / OPTICAL
  context.save()
  context.translate(mark.x, mark.y)
  context.scale(scale, scale)
  paintText(context, { ...mark, x: 0, y: 0, font: { ...mark.font, size: OPTICAL } }, theme, 5 / scale)
  context.restore()
}

/** A font as canvas and CSS write it. */
export function canvasFont(font: Font): string {
  return `${font.italic ? 'italic ' : ''}${font.weight} ${font.size}px ${FAMILIES[font.family]}`
}

function turnBy(context: PaintContext<never>, turn: Turn): void {
  context.translate(turn.x, turn.y)
  context.rotate((turn.degrees * Math.PI) / 180)
  context.translate(-turn.x, -turn.y)
}

let browserPainter: Painter<Path2D> | null = null

/** Paints on a browser's canvas, at the context's own transform. */
export function paintDrawing(
  context: PaintContext<Path2D>,
  drawing: { readonly marks: readonly Mark[] },
  theme: Theme,
  images?: ImageSource,
): void {
  browserPainter ??= new Painter<Path2D>((d) => new Path2D(d))
  browserPainter.paint(context, drawing, theme, images)
}
