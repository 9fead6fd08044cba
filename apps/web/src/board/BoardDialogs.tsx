import { later } from '../ui/later.tsx'
import { useBoardUi } from './board-ui.ts'
import { Palette } from './palette/Palette.tsx'
import type { ViewPlace } from './use-view.ts'

// each with what it brings along, and the importers a YAML parser: when it is opened, not with the board.
// The palette is typed into the moment it is asked for: it comes with this, and keys wait until this is there.
const BorrowDialog = later(() => import('./import/BorrowDialog.tsx').then((m) => m.BorrowDialog))
const BringCopyDialog = later(() => import('./copy/BringCopyDialog.tsx').then((m) => m.BringCopyDialog))
const ImportDialog = later(() => import('./import/ImportDialog.tsx').then((m) => m.ImportDialog))
const KeepDialog = later(() => import('./keep/KeepDialog.tsx').then((m) => m.KeepDialog))
const KeysDialog = later(() => import('./KeysDialog.tsx').then((m) => m.KeysDialog))
const ShareDialog = later(() => import('./share/ShareDialog.tsx').then((m) => m.ShareDialog))
const VersionsScreen = later(() => import('../versions/VersionsScreen.tsx').then((m) => m.VersionsScreen))

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
      {versions && <VersionsScreen tab={versions} />}
      {importing && (
        <ImportDialog
          key={importing.files?.map((one) => one.name).join(' ') ?? ''}
          {...importing}
          onClose={() => set({ importing: null })}
        />
      )}
    </>
  )
}
