import type { ImportNote, ImportResult } from '@second-story/importers'
import { addedComponents, arrowsWords, componentsWords } from './added-words.ts'
import styles from './ImportDialog.module.css'

/** Names shown at most; the rest is counted. */
const MOST_NAMES = 36

/** What a file would add, and what of it was not understood. */
export function Preview({ result }: { readonly result: ImportResult }) {
  if (!result.ok) {
    return (
      <div className={styles.error} role="alert">
        <p>{result.error.message}</p>
        <p>Nothing was added.</p>
      </div>
    )
  }
  const components = addedComponents(result.commands)
  const { relations } = result.added
  return (
    <div aria-live="polite">
      <p className={styles.sum}>
        <b>{componentsWords(components.length)}</b>
        {relations > 0 && ` and ${arrowsWords(relations)}`}
      </p>
      {components.length === 0 && <p className={styles.nothing}>Everything in it is on the board already.</p>}
      <ul className={styles.names}>
        {components.slice(0, MOST_NAMES).map((one) => (
          <li key={one.id} data-kind={one.kind}>
            <b>{one.name}</b>
            <i>{one.kind === 'service' ? one.technology : one.kind}</i>
          </li>
        ))}
      </ul>
      {components.length > MOST_NAMES && (
        <p className={styles.nothing}>and {components.length - MOST_NAMES} more</p>
      )}
      <Notes notes={result.notes} />
    </div>
  )
}

function Notes({ notes }: { readonly notes: readonly ImportNote[] }) {
  if (notes.length === 0) return null
  return (
    <section className={styles.notes}>
      <h3>Not understood, or left out</h3>
      <ul>
        {notes.map((note) => (
          <li key={`${note.line ?? ''} ${note.message}`}>
            <span>{note.line === undefined ? '' : `line ${note.line}`}</span>
            {note.message}
          </li>
        ))}
      </ul>
    </section>
  )
}
