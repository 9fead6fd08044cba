import type { Line } from '@second-story/record'
import { LineDetails } from './LineDetails.tsx'
import { LineWords } from './LineWords.tsx'
import styles from './QuestionCards.module.css'

/** Questions nobody has answered, as the cards they are on the map. */
export function QuestionCards({ questions }: { readonly questions: readonly Line[] }) {
  return (
    <ul className={styles.cards}>
      {questions.map((line, index) => (
        <li key={line.item ?? index} className={styles.card}>
          <LineWords line={line} />
          <LineDetails line={line} />
        </li>
      ))}
    </ul>
  )
}
