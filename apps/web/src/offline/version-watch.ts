import { reloadPage } from '../session/before-reload.ts'
import { toast } from '../ui/toast.ts'
import { VersionLook } from './version-look.ts'

const mine = (): string | null =>
  document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? null

async function newest(): Promise<string | null> {
  const answer = await fetch('/build.json', { cache: 'no-store', credentials: 'omit' })
  if (!answer.ok) return null
  const { build } = (await answer.json()) as { build?: unknown }
  return typeof build === 'string' ? build : null
}

const look = new VersionLook({ mine, newest, now: () => performance.now(), found: offer })

/** Looks whether the server has a newer page than this one; asks the person, once, when it has. Cheap to call often. */
export function lookForVersion(): void {
  void look.look()
}

/** Looks now and then, when somebody comes back to the page, and when a part of it cannot be loaded any more. */
export function watchVersion(): void {
  setInterval(lookForVersion, 30 * 60_000)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') lookForVersion()
  })
  window.addEventListener('vite:preloadError', () => void look.look(true))
}

function offer(): void {
  navigator.serviceWorker?.getRegistration().then(
    (registration) => registration?.update(),
    () => {
      // the page itself comes from the network first
    },
  )
  toast('Reload when it suits you.', {
    lead: 'A new version is ready.',
    key: 'version',
    for: 0,
    action: { label: 'Reload', onPress: () => void reloadPage() },
  })
}
