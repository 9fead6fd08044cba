import { z } from 'zod'
import { person } from './account.ts'

const title = z.string().trim().min(1).max(80)
export const teamRole = z.enum(['admin', 'member'])
export type TeamRole = z.infer<typeof teamRole>

export const teamBody = z.object({ title })
export const team = z.object({
  id: z.string(),
  title: z.string(),
  role: teamRole,
  /** made at sign-up, so that every board has one */
  personal: z.boolean(),
  /** how many people are in it */
  members: z.number().int(),
})
export type Team = z.infer<typeof team>
export const teamAnswer = z.object({ team })
export const teamsAnswer = z.object({ teams: z.array(team) })

export const teamMember = person.extend({ role: teamRole })
export const teamMembersAnswer = z.object({ members: z.array(teamMember) })
export const teamRoleBody = z.object({ role: teamRole })
