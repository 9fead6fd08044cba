import { round as r } from '../text/lines.ts'

/** A rectangle with one radius, or four: top left, top right, bottom right, bottom left. */
export function roundedRect(
  x: number,
  y: number,
  w: number,
  h: number,
  radius: number | readonly [number, number, number, number],
): string {
  const most = Math.min(w, h) / 2
  const [a, b, c, d] = (typeof radius === 'number' ? [radius, radius, radius, radius] : radius).map((one) =>
    Math.max(0, Math.min(one, most)),
  ) as [number, number, number, number]
  return (
    `M${r(x + a)} ${r(y)}H${r(x + w - b)}${corner(b, b, b)}V${r(y + h - c)}${corner(c, -c, c)}` +
    `H${r(x + d)}${corner(d, -d, -d)}V${r(y + a)}${corner(a, a, -a)}Z`
  )
}

function corner(radius: number, dx: number, dy: number): string {
  return radius === 0 ? '' : `a${r(radius)} ${r(radius)} 0 0 1 ${r(dx)} ${r(dy)}`
}
