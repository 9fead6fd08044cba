import type { BroughtFile } from '@second-story/importers'

/** A file that could not even be opened as text, and why. */
export interface RefusedFile {
  readonly name: string
  readonly message: string
}

export interface TakenFiles {
  readonly files: readonly BroughtFile[]
  readonly refused: readonly RefusedFile[]
}

/** Files of one drop. */
const MOST_FILES = 300
/** Folders within folders. */
const MOST_DEPTH = 12
/** What tools keep beside the sources, and nobody means to draw. */
const NEVER = /^(?:node_modules|vendor|target|dist|__pycache__)$|^\.(?!.*env$)/

export interface FoundFile {
  /** with the folders that it was dropped in */
  readonly name: string
  readonly file: File
}

/** The files of a drop, those in folders too. Has to be called while the drop is told; goes on reading afterwards. */
export async function filesDropped(data: DataTransfer): Promise<readonly FoundFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry?.() ?? [])
  if (!entries.some((entry) => entry.isDirectory))
    return [...data.files].map((file) => ({ name: file.name, file }))
  const out: FoundFile[] = []
  for (const entry of entries) await walk(entry, entry.name, 0, out)
  return out
}

async function walk(entry: FileSystemEntry, name: string, depth: number, out: FoundFile[]): Promise<void> {
  if (out.length > MOST_FILES || depth > MOST_DEPTH) return
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    out.push({ name, file })
    return
  }
  if (!isFolder(entry)) return
  const reader = entry.createReader()
  // a reader hands a folder out in pieces, the last of them empty
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (piece.length === 0) return
    for (const one of piece) if (!NEVER.test(one.name)) await walk(one, `${name}/${one.name}`, depth + 1, out)
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** Opens files as text. What is too large is refused by its size, without being opened. */
export async function openFiles(found: readonly FoundFile[]): Promise<TakenFiles> {
  const { decodeFile, MOST_BYTES } = await import('@second-story/importers')
  const files: BroughtFile[] = []
  const refused: RefusedFile[] = []
  for (const { name, file } of found.slice(0, MOST_FILES)) {
    if (file.size > MOST_BYTES) {
      const message = `This is ${(file.size / 1_000_000).toFixed(0)} MB; at most ${Math.floor(MOST_BYTES / 1_000_000)} MB can be read.`
      refused.push({ name, message })
      continue
    }
    try {
      const decoded = decodeFile(new Uint8Array(await file.arrayBuffer()))
      if (decoded.ok) files.push({ name, text: decoded.text })
      else refused.push({ name, message: decoded.error.message })
    } catch {
      refused.push({ name, message: 'This could not be opened.' })
    }
  }
  if (found.length > MOST_FILES)
    refused.push({ name: 'More', message: `Only the first ${MOST_FILES} files were looked at.` })
  return { files, refused }
}
