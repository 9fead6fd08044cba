import { kubernetes } from './kubernetes/format.ts'

/** Files that people bring together: one to read, the `.env` beside it, and what is read with it as one. */
export interface GatheredFile {
  readonly name: string
  readonly text: string
  readonly env?: string
  readonly overlays?: readonly BroughtFile[]
}

export interface BroughtFile {
  /** with its folders, where they are known */
  readonly name: string
  readonly text: string
}

const COMPOSE = /^(.*?)[._-]?(?:docker-)?compose([\w.-]*)\.ya?ml$/i

/**
 * Sorts several files into what belongs together: "compose.yaml", "compose.full.yaml" and ".env" of one folder and
 * stem are one system, and so are all Kubernetes manifests; every other file stands for itself. An `.env` that belongs to
 * nothing is left out.
 */
export function gatherFiles(files: readonly BroughtFile[]): readonly GatheredFile[] {
  const out: GatheredFile[] = []
  const systems = new Map<string, BroughtFile[]>()
  const envs = new Map<string, string>()
  const manifests: BroughtFile[] = []
  for (const file of files) {
    const stem = COMPOSE.exec(file.name)?.[1]
    const env = /^(.*?)\.env$/i.exec(file.name)?.[1]
    if (stem !== undefined) systems.set(stem, [...(systems.get(stem) ?? []), file])
    else if (env !== undefined) envs.set(env, file.text)
    else if (isManifest(file)) manifests.push(file)
    else out.push(file)
  }
  const [manifest, ...others] = manifests
  if (manifest) out.push({ ...manifest, ...(others.length > 0 ? { overlays: others } : {}) })
  for (const [stem, members] of systems) {
    // the plain name lies lowest, then the shorter
    const [base, ...overlays] = [...members].sort(
      (a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
    )
    if (!base) continue
    const env = envs.get(stem) ?? envs.get(stem.replace(/[^/]*$/, ''))
    out.push({ ...base, ...(env === undefined ? {} : { env }), ...(overlays.length > 0 ? { overlays } : {}) })
  }
  return out
}

function isManifest({ name, text }: BroughtFile): boolean {
  // a manifest says so in its first document
  const start = text.slice(0, 100_000)
  return /\.ya?ml$/i.test(name) && kubernetes.recognise({ name, text: start, env: '', overlays: [] })
}
