import { CLOSE, type CloseCode, type LayerRef, mayRead, mayWrite } from '@second-story/protocol'
import type { Session } from '@second-story/sync'
import type { Access, Caller } from './access.ts'

/** In, with what they may do on this layer; or out, and why. */
export type Admission = { readonly session: Session } | { readonly close: CloseCode }

/** Says whether roles changed since it was last asked. */
export interface AccessVersion {
  readonly accessVersion: number
}

/**
 * Decides anew from the roles as they stand now; asked at connect and at every change of access (SPEC.md rule 7). Access may
 * change while it is being looked up: then the answer is of yesterday, and it is looked up again. `signedInAt`: the version at
 * which the caller was found to be signed in a moment ago; as long as it stands they are not asked for again.
 */
export async function admit(
  access: Access,
  versions: AccessVersion,
  caller: Caller,
  board: string,
  layer: LayerRef,
  signedInAt: number | null = null,
): Promise<Admission> {
  for (;;) {
    const version = versions.accessVersion
    const isSignedIn = version === signedInAt || (await access.isSignedIn(caller))
    const admission = isSignedIn ? await decide(access, caller, board, layer) : { close: CLOSE.signIn }
    if (version === versions.accessVersion) return admission
  }
}

async function decide(access: Access, caller: Caller, board: string, layer: LayerRef): Promise<Admission> {
  const role = await access.roleOn(board, caller.account)
  if (role === 'gone') return { close: CLOSE.noBoard }
  if (role === null) return { close: CLOSE.noAccess }
  const isOwn = 'member' in layer && layer.member === caller.account
  const reads = mayRead(layer.kind, role, isOwn) || (await isChosenReader(access, caller, board, layer))
  if (!reads) return { close: CLOSE.noAccess }
  const { account, name, colour, kind } = caller
  return { session: { account, name, colour, kind, role, mayWrite: mayWrite(layer.kind, role, isOwn) } }
}

async function isChosenReader(
  access: Access,
  caller: Caller,
  board: string,
  layer: LayerRef,
): Promise<boolean> {
  if (layer.kind !== 'story' || access.storyReader === undefined) return false
  return (await access.storyReader(board, layer.member)) === caller.account
}
