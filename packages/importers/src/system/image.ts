/** An image's name without registry, owner and digest, and its version without decoration. */
export interface ImageName {
  readonly base: string
  readonly version: string
}

/** `quay.io/prometheus/prometheus:v3.13.1-alpine@sha256:…` is prometheus 3.13.1; null where names are not filled in. */
export function imageName(image: string): ImageName | null {
  const [named = ''] = image.split('@')
  const last = named.split('/').at(-1) ?? ''
  const [base = '', tag = ''] = last.split(':')
  if (base === '' || base.includes('$')) return null
  return { base, version: versionOf(tag) }
}

function versionOf(tag: string): string {
  if (tag === '' || tag.includes('$') || /^(latest|stable|main|master|alpine|slim)\b/.test(tag)) return ''
  return tag
    .replace(/^v(?=\d)/, '')
    .replace(/^(\d[\w.]*?)-(?:alpine|slim|bookworm|bullseye|jammy|debian|ubuntu|management|jre|jdk).*$/, '$1')
}
