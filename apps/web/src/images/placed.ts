/** The longer side of a picture that has just come, in canvas units: it is seen, and hides little. */
const LONGER = 400

/** The size at which a picture is first laid down: its own, or so much smaller that it fits. */
export function placed({ width, height }: { readonly width: number; readonly height: number }): {
  readonly w: number
  readonly h: number
} {
  const scale = Math.min(1, LONGER / Math.max(width, height, 1))
  return { w: Math.max(24, Math.round(width * scale)), h: Math.max(16, Math.round(height * scale)) }
}
