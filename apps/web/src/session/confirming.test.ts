import { expect, it } from 'vitest'
import { ApiError } from '../api/request.ts'
import { Confirming } from './confirming.ts'
import type { Identity } from './identity.ts'
import { ManualPulse } from './manual-pulse.ts'

const identity = { isConfirmed: true } as Identity
const fails = (status: number) => Promise.reject(new ApiError('x', 'x', status))
const settle = () => new Promise<void>((done) => setImmediate(done))

function confirming(first: Promise<Identity>, ...answers: (() => Promise<Identity>)[]) {
  const pulse = new ManualPulse()
  const told: string[] = []
  const heard = {
    yes: () => told.push('yes'),
    no: () => told.push('no'),
    silence: () => told.push('silence'),
  }
  const asked = { count: 0 }
  const ask = (): Promise<Identity> => {
    asked.count += 1
    return answers.shift()?.() ?? fails(0)
  }
  return { it: new Confirming(first, ask, heard, pulse), pulse, told, asked }
}

it('asks again until the server answers, and then no more', async () => {
  const { pulse, told, asked } = confirming(
    fails(0),
    () => fails(502),
    async () => identity,
  )
  for (let n = 0; n < 5; n++) {
    await settle()
    pulse.pass(1_000)
  }
  expect(told).toEqual(['silence', 'silence', 'yes'])
  expect(asked.count).toBe(2)
})

it('takes a no for an answer, and a mistake of ours for none', async () => {
  const { pulse, told } = confirming(Promise.reject(new TypeError('ours')), () => fails(403))
  await settle()
  pulse.pass(1_000)
  await settle()
  expect(told).toEqual(['silence', 'no'])
})

it('asks at once when the page wakes, and says nothing once it was stopped', async () => {
  const {
    it: asking,
    pulse,
    told,
    asked,
  } = confirming(
    fails(0),
    () => fails(0),
    async () => identity,
  )
  await settle()
  asking.wake()
  expect(asked.count).toBe(1)
  await settle()
  pulse.pass(1_000)
  asking.stop()
  await settle()
  expect(told).toEqual(['silence', 'silence'])
})
