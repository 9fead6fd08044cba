import type { Bombs } from './bomb.ts'
import { contents } from './contents.ts'
import { references } from './references.ts'
import { sizes } from './sizes.ts'

export const bombs: Bombs = () => [...sizes(), ...references(), ...contents()]
