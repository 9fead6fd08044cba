export {
  AREA_TITLE_FONT,
  AREA_TITLES,
  type Area,
  type AreaTitle,
  areaBox,
  areasOf,
  areaTitles,
} from './areas.ts'
export { pointAlong, shareNear } from './arrows/along.ts'
export { type Arrow, type ArrowLookAround, drawArrow } from './arrows/draw-arrow.ts'
export { lineOf } from './arrows/line.ts'
export { type Ports, samePorts } from './arrows/port.ts'
export { arrowPorts, type PortOptions } from './arrows/ports.ts'
export { facing, type Side } from './arrows/sides.ts'
export { boardPicture, boardScene, type Layer, type PictureOptions, type Scene } from './board-picture.ts'
export {
  COLOURINGS,
  type ColourBy,
  type Colouring,
  colourBy,
  colouringsOf,
  type LegendLine,
} from './colouring/colour-by.ts'
export { LEGEND_HEADS } from './colouring/legend.ts'
export { badge, badgeWidth, type Tint } from './colouring/tint.ts'
export type {
  Box,
  Drawing,
  Font,
  IconMark,
  ImageMark,
  Mark,
  PathMark,
  TextMark,
  Turn,
  Words,
} from './drawing.ts'
export { ICONS, type IconName } from './icons/icons.ts'
export { drawStroke, INK_PAINTS, inkOpacity, inkPaint, inkWidth, sketchStroke } from './ink/draw-stroke.ts'
export { inkBox } from './ink/shown-strokes.ts'
export { partName, partOfBoard } from './part.ts'
export { greeked } from './render/greek.ts'
export {
  canvasFont,
  type ImageSource,
  type PaintContext,
  Painter,
  paintDrawing,
} from './render/paint-drawing.ts'
export {
  type Colour,
  FAMILIES,
  type ImageAt,
  type SvgNode,
  svgNodes,
  tokenColour,
} from './render/svg-node.ts'
export { svgString } from './render/svg-string.ts'
export { drawItem, fitItem, itemBox, type Look } from './shapes/catalogue.ts'
export { COMPONENT_ICONS } from './shapes/component.ts'
export { LEVEL_TAGS, PART_LOOKS } from './shapes/factor.ts'
export { NOTE_LOOKS } from './shapes/note.ts'
export type { Size } from './shapes/shape.ts'
export { MARK_TAGS } from './shapes/stamped.ts'
export type { Tag } from './shapes/tags.ts'
export { isGround, stacked } from './stacking.ts'
export { baseline } from './text/lines.ts'
export { measure } from './text/measure.ts'
export { fitLine, wrap, wrapEvenly } from './text/wrap.ts'
export { type Paint, THEMES, type Theme, type ThemeName } from './themes.ts'
