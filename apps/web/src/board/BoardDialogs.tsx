import { lazy, Suspense } from 'react'
import { useBoardUi } from './board-ui.ts'
import { BringCopyDialog } from './copy/BringCopyDialog.tsx'
import { BorrowDialog } from './import/BorrowDialog.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { KeepDialog } from './keep/KeepDialog.tsx'
import { Palette } from './palette/Palette.tsx'
import { ShareDialog } from './share/ShareDialog.tsx'
import type { ViewPlace } from './use-view.ts'

const VersionsScreen = lazy(async () => ({
  default: (await import('../versions/VersionsScreen.tsx')).VersionsScreen,
}))
// the importers bring a YAML parser along: only when a file comes
const ImportDialog = lazy(async () => ({ default: (await import('./import/ImportDialog.tsx')).ImportDialog }))

/** What opens over the board. */
export function BoardDialogs({ place }: { readonly place: ViewPlace }) {
  const { palette, find, keys, share, importing, bringing, borrowing, keeping, versions, set } = useBoardUi()
  return (
    <>
      {palette && <Palette place={place} find={find} onClose={() => set({ palette: false, find: false })} />}
      {keys && <KeysDialog onClose={() => set({ keys: false })} />}
      {share && <ShareDialog onClose={() => set({ share: false })} />}
      {borrowing && <BorrowDialog onClose={() => set({ borrowing: false })} />}
      {bringing && <BringCopyDialog copy={bringing} onClose={() => set({ bringing: null })} />}
      {keeping && <KeepDialog onClose={() => set({ keeping: false })} />}
      {versions && (
        <Suspense fallback={null}>
          <VersionsScreen tab={versions} />
        </Suspense>
      )}
      {importing && (
        <Suspense fallback={null}>
          <ImportDialog
            key={importing.files?.map((one) => one.name).join(' ') ?? ''}
            {...importing}
            onClose={() => set({ importing: null })}
          />
        </Suspense>
      )}
    </>
  )
}
