import type { Item } from '@second-story/board'
import { CircleParking, MessageCircleQuestionMark, Sparkles } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { growFrom } from '../actions/grow.ts'
import styles from './Inspector.module.css'

/** What may come of it: a question, something parked for later, an insight. */
export function Actions({ item }: { readonly item: Item }) {
  if (item.type === 'boundary' || item.type === 'frame' || item.type === 'text' || item.type === 'flow')
    return null
  return (
    <footer className={styles.foot}>
      {item.type !== 'question' && (
        <Button size="small" variant="quiet" onPress={() => growFrom(item, 'question')}>
          <MessageCircleQuestionMark aria-hidden="true" /> Ask
        </Button>
      )}
      {item.type !== 'idea' && (
        <Button size="small" variant="quiet" onPress={() => growFrom(item, 'idea')}>
          <CircleParking aria-hidden="true" /> Park it
        </Button>
      )}
      {item.type !== 'insight' && (
        <Button size="small" variant="quiet" onPress={() => growFrom(item, 'insight')}>
          <Sparkles aria-hidden="true" /> Insight
        </Button>
      )}
    </footer>
  )
}
