/** What an invite lets people into. */
export type InviteTo = { readonly board: string } | { readonly team: string }
