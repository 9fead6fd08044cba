import { PROSE_SECTIONS, type ProseSection } from '@second-story/board'
import { NONE_WRITTEN, type RecordBlock, type RecordSource, type Section } from '@second-story/record'
import { ArrowUpRight, Link2, Pencil } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { copyLinkTo } from '../go/link-to.ts'
import { say } from '../go/words.ts'
import { useSession } from '../session/use-session.ts'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { FactorGroups } from './blocks/FactorGroups.tsx'
import { PlainList } from './blocks/PlainList.tsx'
import { QuestionCards } from './blocks/QuestionCards.tsx'
import { TimelineRows } from './blocks/TimelineRows.tsx'
import { useGoTo } from './go-to.ts'
import { PictureFigure } from './PictureFigure.tsx'
import { ProseSectionBody } from './prose/ProseSectionBody.tsx'
import { PROSE_BY } from './prose/prose-words.ts'
import styles from './SectionView.module.css'

interface SectionViewProps {
  readonly section: Section
  readonly sources: readonly RecordSource[]
}

/** One section of the record: composed from the board, or written by hand. */
export function SectionView({ section, sources }: SectionViewProps) {
  const place = useGoTo().section(section.key)
  const session = useSession()
  const prose = PROSE_SECTIONS.find((key) => key === section.key)
  const hasPicture = section.blocks.some(({ block }) => block === 'picture')
  return (
    <section aria-labelledby={section.key} className={styles.section}>
      <div className={styles.head}>
        <h2 id={section.key} className={styles.title} tabIndex={-1}>
          {section.title}
        </h2>
        {prose && PROSE_BY[prose] && (
          <span className={styles.by}>
            <Pencil aria-hidden="true" />
            {PROSE_BY[prose]}
          </span>
        )}
        {session.sample === null && (
          <IconButton
            size="small"
            label={say.copySection(section.title)}
            className={styles.link ?? ''}
            onPress={() => void copyLinkTo(session, section.key, 'record')}
          >
            <Link2 />
          </IconButton>
        )}
        {place && section.blocks.length > 0 && (
          <Button className={styles.place ?? ''} onPress={place.go}>
            {place.words}
            <ArrowUpRight aria-hidden="true" />
          </Button>
        )}
      </div>
      <div className={classes(hasPicture && styles.pictured, hasPicture && styles[section.key])}>
        <Body section={section} sources={sources} prose={prose} />
      </div>
    </section>
  )
}

function Body({ section, sources, prose }: SectionViewProps & { readonly prose: ProseSection | undefined }) {
  if (prose) return <ProseSectionBody section={prose} label={section.title} />
  if (section.blocks.length === 0) return <p className={styles.none}>{NONE_WRITTEN}</p>
  return section.blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
    <BlockView key={index} block={block} section={section} sources={sources} />
  ))
}

function BlockView({ block, section, sources }: SectionViewProps & { readonly block: RecordBlock }) {
  switch (block.block) {
    case 'picture':
      return <PictureFigure area={block.picture} label={block.words} />
    case 'timeline':
      return <TimelineRows days={block.days} sources={sources} />
    case 'questions':
      return <QuestionCards questions={block.questions} />
    case 'groups':
      return section.key === 'system' || section.key === 'factors' ? (
        <FactorGroups groups={block.groups} />
      ) : (
        <PlainList section={section.key} groups={block.groups} />
      )
    case 'prose':
      return null
  }
}
