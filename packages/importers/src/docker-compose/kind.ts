import type { ComponentKind } from '@second-story/board'
import { guessKind } from '../system/guess-kind.ts'
import { imageName } from '../system/image.ts'
import type { ComposeService } from './service.ts'

/** A guess from the image's name, then the service's own; most things are services. */
export function kindOf(service: ComposeService): ComponentKind {
  return guessKind(imageName(service.image)?.base ?? '', service.name) ?? 'service'
}
