import { z } from 'zod'

/** Where an imported thing was read: the file's name, the format, and its key there. */
export const provenance = z
  .object({
    format: z.string().max(40),
    file: z.string().max(200),
    key: z.string().max(200),
  })
  .nullable()
export type Provenance = z.infer<typeof provenance>
