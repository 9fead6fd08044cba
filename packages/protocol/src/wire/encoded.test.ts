import { writeUint8, writeUint8Array, writeVarUint } from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { encoded } from './encoded.ts'

const text = (from: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (from + i) % 251)

describe('encoded', () => {
  it('gives each message bytes of its own', () => {
    const first = encoded((encoder) => writeVarUint(encoder, 300))
    const second = encoded((encoder) => writeVarUint(encoder, 7))
    expect([...first]).toEqual([172, 2])
    expect([...second]).toEqual([7])
    expect(first.buffer.byteLength).toBe(2)
  })

  it('may be used while it is being used', () => {
    const outer = encoded((encoder) => {
      writeUint8(encoder, 1)
      writeUint8Array(
        encoder,
        encoded((inner) => writeVarUint(inner, 300)),
      )
      writeUint8(encoder, 2)
    })
    expect([...outer]).toEqual([1, 172, 2, 2])
  })

  it('takes what is larger than what it keeps, and begins anew after it', () => {
    const large = text(3, 300_000)
    expect(encoded((encoder) => writeUint8Array(encoder, large))).toEqual(large)
    expect([...encoded((encoder) => writeVarUint(encoder, 5))]).toEqual([5])
  })

  it('holds nothing of a message that could not be written', () => {
    const broken = (): Uint8Array =>
      encoded((encoder) => {
        writeVarUint(encoder, 9)
        throw new Error('no')
      })
    expect(broken).toThrow('no')
    expect([...encoded((encoder) => writeVarUint(encoder, 5))]).toEqual([5])
  })
})
