import { z } from 'zod'

/** Pictures that people bring: bytes of one upload. */
export const IMAGE_BYTES = 10 * 1024 * 1024
/** The types that are taken; everything else is refused, SVG too: it is a program. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
export type ImageType = (typeof IMAGE_TYPES)[number]
/** Widths at which smaller copies are kept. */
export const IMAGE_COPIES = [320, 1280] as const

const layer = z.enum(['common', 'agents', 'own'])

/** `layer`: whose readers see it. */
export const imageQuery = z.object({ layer: layer.default('common') })

/** A picture as it is kept: what a browser or a camera wrote into it about people and places is gone. */
export const image = z.object({
  id: z.string(),
  /** pixels, the right way up */
  width: z.number().int(),
  height: z.number().int(),
})
export type Image = z.infer<typeof image>

/** `w`: the smallest copy that is at least so wide; without it the picture itself. */
export const imageFileQuery = z.object({
  w: z.coerce.number().int().min(1).max(20_000).optional(),
})

/** Lets the readers of another layer see a picture; `from`: the board where the caller sees it, this one unless told. */
export const imageShareBody = z.object({ layer, from: z.string().max(64).optional() })
