import type { Add } from './add.ts'
import { add } from './add.ts'
import { type Amend, amend } from './amend.ts'
import { type Connect, connect } from './connect.ts'
import type { CommandType } from './define.ts'
import { type Erase, erase, type Ink, ink, type Shift, shift } from './ink.ts'
import { type PlaceItems, place } from './place.ts'
import { prose, type WriteProse } from './prose.ts'
import { type Put, put } from './put.ts'
import {
  type Disconnect,
  disconnect,
  type Reconnect,
  type Remove,
  type Restore,
  reconnect,
  remove,
  restore,
} from './remove.ts'
import { type SetFields, set } from './set.ts'

/** Every change of structure or value there is; the only way to change a board. */
export type Command =
  | Add
  | SetFields
  | Put
  | PlaceItems
  | Remove
  | Restore
  | Connect
  | Amend
  | Disconnect
  | Reconnect
  | WriteProse
  | Ink
  | Erase
  | Shift

const TYPES = {
  add,
  set,
  put,
  place,
  remove,
  restore,
  connect,
  amend,
  disconnect,
  reconnect,
  prose,
  ink,
  erase,
  shift,
} as const

export function isCommandName(name: unknown): name is Command['do'] {
  return typeof name === 'string' && Object.hasOwn(TYPES, name)
}

/** The rules of one kind of command, for code that treats all alike. */
export function commandType(name: Command['do']): CommandType<Command> {
  return TYPES[name] as unknown as CommandType<Command>
}
