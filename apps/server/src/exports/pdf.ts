import {
  type Font,
  ICONS,
  type ImageMark,
  type Mark,
  type Scene,
  type Theme,
  type Turn,
} from '@second-story/picture'
import PDFDocument from 'pdfkit'
import { fontFile } from './fonts.ts'

/** One page: what is painted, and which boxes of it lead where. */
export interface PdfPage {
  readonly scene: Scene
  readonly links: readonly PdfLink[]
}

/** In the units of the scene. */
export interface PdfLink {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly url: string
}

/** The bytes of a picture, JPEG or PNG, always the same object for the same picture; null where there are none. */
export type PdfImages = (image: ImageMark) => Buffer | null

type Pdf = InstanceType<typeof PDFDocument>

/** A4 in points, the long side first. */
const LONG = 841.89
const SHORT = 595.28
const MARGIN = 24
/** A picture smaller than the page is not blown up beyond this. */
const LARGEST = 1

/** Scenes as a PDF, each on an A4 page of its own, lines and letters sharp at any size. Equal scenes give equal bytes. */
export async function pdfOf(
  title: string,
  pages: readonly PdfPage[],
  theme: Theme,
  images: PdfImages,
): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'en',
    displayTitle: true,
    // no time of its own: two exports of one board are the same bytes
    info: { Title: title, Creator: 'Second Story', Producer: 'Second Story', CreationDate: new Date(0) },
  })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  for (const page of pages) addPage(pdf, page, theme, images)
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

function addPage(pdf: Pdf, { scene, links }: PdfPage, theme: Theme, images: PdfImages): void {
  const { box } = scene
  const isWide = box.w >= box.h
  const [width, height] = isWide ? [LONG, SHORT] : [SHORT, LONG]
  const scale = Math.min(LARGEST, (width - 2 * MARGIN) / box.w, (height - 2 * MARGIN) / box.h)
  const left = (width - box.w * scale) / 2
  const top = (height - box.h * scale) / 2
  pdf.addPage({ size: [width, height], margin: 0 })
  pdf.rect(0, 0, width, height).fill(theme.paper)
  pdf.save()
  pdf.translate(left, top).scale(scale).translate(-box.x, -box.y)
  for (const { x, y, marks } of scene.layers) {
    pdf.save()
    pdf.translate(x, y)
    for (const mark of marks) paint(pdf, mark, theme, images)
    pdf.restore()
  }
  pdf.restore()
  const at = (x: number, from: number, start: number): number => start + (x - from) * scale
  for (const { x, y, w, h, url } of links)
    pdf.link(at(x, box.x, left), at(y, box.y, top), w * scale, h * scale, url)
}

function paint(pdf: Pdf, mark: Mark, theme: Theme, images: PdfImages): void {
  if (mark.mark === 'image') {
    paintImage(pdf, mark, theme, images)
    return
  }
  pdf.save()
  if (mark.turn) turn(pdf, mark.turn)
  switch (mark.mark) {
    case 'path':
      if (mark.opacity !== undefined) pdf.opacity(mark.opacity)
      if (mark.fill) pdf.path(mark.d).fill(theme[mark.fill])
      if (mark.stroke) {
        pdf
          .lineWidth(mark.width ?? 1)
          .lineJoin('round')
          .lineCap(mark.cap ?? 'butt')
        if (mark.dash) pdf.dash(mark.dash[0] ?? 1, { space: mark.dash[1] ?? mark.dash[0] ?? 1 })
        pdf.path(mark.d).stroke(theme[mark.stroke])
      }
      break
    case 'icon':
      pdf.translate(mark.x, mark.y).scale(mark.size / 24)
      pdf
        .lineWidth(mark.width ?? 1.75)
        .lineJoin('round')
        .lineCap('round')
      pdf.path(ICONS[mark.name]).stroke(theme[mark.stroke])
      break
    case 'text': {
      pdf.font(fontFile(faceOf(mark.font))).fontSize(mark.font.size)
      const width =
        mark.anchor === undefined || mark.anchor === 'start' ? 0 : pdf.widthOfString(mark.text, PLAIN)
      const x = mark.x - (mark.anchor === 'middle' ? width / 2 : width)
      const options = { ...PLAIN, lineBreak: false, baseline: 'alphabetic' as const }
      if (mark.halo) {
        pdf.lineWidth(5).lineJoin('round').strokeColor(theme[mark.halo])
        pdf.text(mark.text, x, mark.y, { ...options, stroke: true, fill: false })
      }
      pdf.fillColor(theme[mark.fill]).text(mark.text, x, mark.y, options)
    }
  }
  pdf.restore()
}

function paintImage(pdf: Pdf, mark: ImageMark, theme: Theme, images: PdfImages): void {
  const bytes = images(mark)
  if (bytes === null) for (const one of mark.instead) paint(pdf, one, theme, images)
  else pdf.image(bytes, mark.x, mark.y, { width: mark.w, height: mark.h })
}

/** No kerning, no ligatures: as words were measured. */
const PLAIN = { features: [] as never[] }

function faceOf({ family, weight, italic }: Font): string {
  if (family === 'sans') return `hanken-grotesk-${weight}`
  return `newsreader-${weight === 400 ? 400 : 500}${italic ? '-italic' : ''}`
}

function turn(pdf: Pdf, { degrees, x, y }: Turn): void {
  pdf.rotate(degrees, { origin: [x, y] })
}
