import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'

/**
 * A component whose code comes when it is first shown, and draws nothing meanwhile: `later(() => import('./Big.tsx').then((m) => m.Big))`.
 * For what opens over a screen. What a person may be typing into is never loaded late.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => ReactNode {
  const Loaded = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>
  return function Later(props: P) {
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    )
  }
}
