import { z } from 'zod'

/** Every answer that is not a success: a stable id for programs and a sentence for people. */
export const apiError = z.object({
  error: z.object({
    id: z.string(),
    message: z.string(),
    /** where in a given text: counted from 1 */
    line: z.number().int().optional(),
    column: z.number().int().optional(),
    /** which of several commands was refused: counted from 0 */
    index: z.number().int().optional(),
  }),
})
export type ApiErrorBody = z.infer<typeof apiError>
