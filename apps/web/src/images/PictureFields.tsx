import type { ImageItem } from '@second-story/board'
import { fileName } from '@second-story/record'
import { Download, ImageUp, Maximize2 } from 'lucide-react'
import { useState } from 'react'
import { nameOf } from '../outline/item-words.ts'
import { download } from '../record/export/download.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { toast } from '../ui/toast.ts'
import { addressOf } from './board-pictures.ts'
import { replacePicture } from './bring-pictures.ts'
import { choosePictures } from './choose-pictures.ts'
import { pictureBlob } from './embedded.ts'
import styles from './PictureFields.module.css'
import { say } from './words.ts'

interface PictureProps {
  readonly item: ImageItem
  readonly readOnly: boolean
}

/** What a picture shows, in words, and what can be done with it. */
export function PictureFields(props: PictureProps) {
  return (
    <>
      <WhatItShows {...props} />
      <PictureActions {...props} />
    </>
  )
}

function WhatItShows({ item, readOnly }: PictureProps) {
  const session = useSession()
  const [typed, setTyped] = useState<string | null>(null)
  const keep = (): void => {
    const name = typed?.trim()
    setTyped(null)
    if (name !== undefined && name !== item.name) session.do([{ do: 'set', id: item.id, fields: { name } }])
  }
  return (
    <TextField
      label={say.whatItShows}
      value={typed ?? item.name}
      {...(readOnly ? {} : { note: say.whyWords })}
      isReadOnly={readOnly}
      maxLength={500}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}

/** Open it whole, save it, put another in its place. */
export function PictureActions({ item, readOnly }: PictureProps) {
  const session = useSession()
  const save = async (): Promise<void> => {
    const blob = await pictureBlob(session, item.picture, null)
    if (blob) download(fileName(nameOf(item), blob.type === 'image/jpeg' ? 'jpg' : 'png'), blob)
    else toast(say.noPicture)
  }
  const open = async (): Promise<void> => {
    // a window that opens later than the press is taken for a pop-up
    const opened = window.open('', '_blank')
    const address = await addressOf(session, item.picture)
    if (opened && address !== null) {
      opened.opener = null
      opened.location.replace(address)
    } else {
      opened?.close()
      toast(say.noPicture)
    }
  }
  return (
    <div className={styles.actions}>
      {item.picture !== '' && (
        <>
          <Button size="small" variant="quiet" onPress={() => void open()}>
            <Maximize2 />
            {say.openWhole}
          </Button>
          <Button size="small" variant="quiet" onPress={() => void save()}>
            <Download />
            {say.download}
          </Button>
        </>
      )}
      {!readOnly && (
        <Button
          size="small"
          variant="quiet"
          onPress={() =>
            choosePictures(([file]) => file && void replacePicture(session, item.id, file), { many: false })
          }
        >
          <ImageUp />
          {say.replace}
        </Button>
      )}
    </div>
  )
}
