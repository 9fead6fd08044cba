import { ShellCache, type ShellFile } from './shell-cache.ts'

/** Put in by the build: its name, and what belongs to it. */
declare const SHELL_BUILD: string
declare const SHELL_FILES: readonly ShellFile[]

// the parts of a service worker's world that are used here; the page's own types know nothing of it
interface WaitEvent {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEventLike extends WaitEvent {
  readonly request: Request
  readonly preloadResponse: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}
interface Worker {
  readonly location: Location
  readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', heard: (event: WaitEvent) => void): void
  addEventListener(type: 'fetch', heard: (event: FetchEventLike) => void): void
}

const worker = globalThis as unknown as Worker

const shell = new ShellCache({
  caches,
  fetch: (request, init) => fetch(request, init),
  after: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  build: SHELL_BUILD,
  files: SHELL_FILES,
})

// it takes over at once: tabs of an older build still find their files, and are asked to reload
worker.addEventListener('install', (event) => {
  event.waitUntil(shell.install().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  const ready = async (): Promise<void> => {
    await shell.activate()
    await worker.registration.navigationPreload?.enable()
    await worker.clients.claim()
  }
  event.waitUntil(ready())
})

worker.addEventListener('fetch', (event) => {
  const answer = shell.answer(event.request, worker.location.origin, event.preloadResponse)
  if (answer) event.respondWith(answer)
})
