import { z } from 'zod'

/** Kinds of words that a thing in a file has. */
const MOST_SAID = 12

/** Where an imported thing was read: the file's name, the format, and its key there. */
export const provenance = z
  .object({
    format: z.string().max(40),
    file: z.string().max(200),
    key: z.string().max(200),
    /** in short, what the file said of it when it was brought: tells what people changed since from what the file did */
    said: z
      .record(z.string().max(20), z.string().max(8_000))
      .refine((said) => Object.keys(said).length <= MOST_SAID)
      .optional(),
  })
  .nullable()
export type Provenance = z.infer<typeof provenance>
