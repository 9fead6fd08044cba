import type { Component } from '@second-story/board'
import { Link, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import styles from '../map/inspector/Inspector.module.css'
import { Section } from '../map/inspector/Section.tsx'
import { useSession } from '../session/use-session.ts'
import { IconButton } from '../ui/IconButton.tsx'
import details from './Details.module.css'
import { typedLink } from './typed-link.ts'
import { say } from './words.ts'

/** Where more is written about it. A link is http, https or mailto, nothing that runs. */
export function Links({ item, readOnly }: { readonly item: Component; readonly readOnly: boolean }) {
  const session = useSession()
  const [typed, setTyped] = useState<string | null>(null)
  const [isBad, setBad] = useState(false)
  if (readOnly && item.links.length === 0) return null
  const put = (entry: string, value: object | null): boolean =>
    session.do([{ do: 'put', id: item.id, field: 'links', entry, value }]).ok
  const add = (): boolean => {
    if (typed === null || typed.trim() === '') return true
    const link = typedLink(typed)
    setBad(link === null)
    return link !== null && put(session.makeId(), link)
  }
  return (
    <Section title={say.links}>
      <ul className={styles.links}>
        {item.links.map(({ id, url, title }) => (
          <li key={id}>
            <span className={styles.link}>
              <span className={styles.linkIcon}>
                <Link aria-hidden="true" />
              </span>
              <a href={url} target="_blank" rel="noreferrer noopener">
                {title || url}
              </a>
            </span>
            {!readOnly && (
              <IconButton
                label={say.takeLink(title || url)}
                size="small"
                silent
                className={styles.part ?? ''}
                onPress={() => put(id, null)}
              >
                <X />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && typed === null && (
        <Button className={styles.more ?? ''} onPress={() => setTyped('')}>
          <Plus aria-hidden="true" />
          {say.link}
        </Button>
      )}
      {typed !== null && (
        <input
          className={styles.line}
          data-stays
          aria-label={say.newLink}
          aria-invalid={isBad}
          placeholder={say.linkHint}
          // biome-ignore lint/a11y/noAutofocus: it was opened to paste here
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setBad(false)
          }}
          onBlur={() => {
            if (add()) setTyped(null)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && add()) setTyped('')
            if (event.key !== 'Escape') return
            setTyped(null)
            setBad(false)
            event.stopPropagation()
          }}
        />
      )}
      {isBad && (
        <p role="alert" className={details.bad}>
          {say.badLink}
        </p>
      )}
    </Section>
  )
}
