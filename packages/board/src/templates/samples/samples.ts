import type { Sample } from '../sample.ts'
import { gitlab } from './gitlab.ts'
import { sockShop } from './sock-shop.ts'

/** What a newcomer may look around in. */
export const SAMPLES: readonly Sample[] = [gitlab, sockShop]
