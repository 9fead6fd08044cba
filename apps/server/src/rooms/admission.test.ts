import { expect, test } from 'vitest'
import { admit } from './admission.ts'
import { FakeAccess } from './testing.ts'

const ANN = { account: 'ann', name: 'Ann', colour: 1, kind: 'member', grant: 'ann' } as const
const COMMON = { kind: 'common' } as const

/** Counts how often somebody is asked for, and says no. */
class SignedOut extends FakeAccess {
  asked = 0

  override async isSignedIn(): Promise<boolean> {
    this.asked++
    return false
  }
}

test('who was found to be signed in a moment ago is not asked for again', async () => {
  const access = new SignedOut({ ann: 'owner' })
  const admission = await admit(access, { accessVersion: 3 }, ANN, 'b', COMMON, 3)
  expect(admission).toMatchObject({ session: { account: 'ann', mayWrite: true } })
  expect(access.asked).toBe(0)
})

test('after any change of access they are', async () => {
  const access = new SignedOut({ ann: 'owner' })
  expect(await admit(access, { accessVersion: 4 }, ANN, 'b', COMMON, 3)).toMatchObject({
    close: { code: 4401 },
  })
  expect(await admit(access, { accessVersion: 4 }, ANN, 'b', COMMON)).toMatchObject({ close: { code: 4401 } })
  expect(access.asked).toBe(2)
})

test('a change while the role is looked up has everything looked up again', async () => {
  const access = new SignedOut({ ann: 'owner' })
  const versions = { accessVersion: 3 }
  access.delay = async () => {
    versions.accessVersion = 4
  }
  expect(await admit(access, versions, ANN, 'b', COMMON, 3)).toMatchObject({ close: { code: 4401 } })
})
