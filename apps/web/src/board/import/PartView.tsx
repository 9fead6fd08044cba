import { FORMAT_WORDS, IMPORT_FORMATS, type ImportNote, type PlannedPart } from '@second-story/importers'
import { Select } from '../../ui/Select.tsx'
import { Alikes } from './Alikes.tsx'
import { ChangeList } from './ChangeList.tsx'
import { changeSections } from './change-sections.ts'
import styles from './ImportDialog.module.css'
import type { ImportPlanning } from './use-import-plan.ts'

export interface PartViewProps {
  readonly part: PlannedPart
  readonly planning: ImportPlanning
  /** there is no other: its name stands in the title already */
  readonly isAlone: boolean
}

const OBSERVED = /trace$|^dependencies$/

/** What belongs together among the files: what it was taken for, what it would change, and what of it was not understood. */
export function PartView({ part, planning, isAlone }: PartViewProps) {
  const { name, files, looksLike } = part
  const options = [...new Set([...looksLike, ...IMPORT_FORMATS])].map((id) => ({
    id,
    label: formatWords(id),
    ...(looksLike.includes(id) && looksLike.length > 1 ? { note: 'It looks like this' } : {}),
  }))
  return (
    <section className={styles.part} aria-label={name || 'What was pasted'}>
      <div className={styles.partHead}>
        {(!isAlone || files.length > 1) && <h3>{files.map(shortName).join(' + ')}</h3>}
        <Select
          label="Read as"
          quietLabel
          size="small"
          options={options}
          value={part.ok ? part.format : (looksLike[0] ?? null)}
          placeholder="Not recognised"
          onChange={(format) => planning.readAs(name, format)}
          className={styles.format ?? ''}
        />
      </div>
      {part.ok ? (
        <>
          <Alikes pairs={part.alike} onJoin={(key, joined) => planning.join(name, key, joined)} />
          {changeSections(part.changes, OBSERVED.test(part.format)).map((section) => (
            <ChangeList key={section.id} section={section} planning={planning} />
          ))}
          <Notes notes={part.notes} />
        </>
      ) : (
        <NotRead message={part.error.message} isStranger={!isAlone && part.error.id === 'unknown-format'} />
      )}
    </section>
  )
}

/** A stranger among files that were understood (a readme in a folder) is no fault. */
function NotRead({ message, isStranger }: { readonly message: string; readonly isStranger: boolean }) {
  if (isStranger)
    return <p className={styles.hint}>Left out: it does not look like something to draw from.</p>
  return (
    <div className={styles.error} role="alert">
      <p>{message}</p>
      <p>Nothing of it is added.</p>
    </div>
  )
}

/** "CSV", not how its columns have to be called. */
function formatWords(format: string): string {
  return (FORMAT_WORDS.get(format) ?? format).replace(/ with .*/, '')
}

function shortName(name: string): string {
  return name.split('/').at(-1) ?? name
}

function Notes({ notes }: { readonly notes: readonly ImportNote[] }) {
  if (notes.length === 0) return null
  return (
    <div className={styles.notes}>
      <h3>Good to know</h3>
      <ul>
        {notes.map((note) => (
          <li key={`${note.file ?? ''} ${note.line ?? ''} ${note.message}`}>
            <span>{placeOf(note)}</span>
            {note.message}
          </li>
        ))}
      </ul>
    </div>
  )
}

function placeOf({ file, line }: ImportNote): string {
  return [file ?? '', line === undefined ? '' : `line ${line}`].filter((one) => one !== '').join(', ')
}
