import {
  CirclePlay,
  Clock,
  Contrast,
  FileUp,
  History,
  Image,
  Keyboard,
  LayoutGrid,
  ListTree,
  Map as MapIcon,
  Monitor,
  Moon,
  NotebookText,
  PanelRight,
  Redo2,
  RotateCcw,
  Share2,
  Sun,
  Undo2,
} from 'lucide-react'
import { useLocation } from 'wouter'
import { addPictures } from '../../images/add-pictures.ts'
import { say } from '../../images/words.ts'
import { useCell } from '../../session/cell.ts'
import { useSession } from '../../session/use-session.ts'
import { say as sayContrast } from '../../ui/contrast-words.ts'
import { chooseContrast, chooseTheme, contrastChoice } from '../../ui/theme.ts'
import { openVersions } from '../../versions/open-versions.ts'
import { useBoardUi } from '../board-ui.ts'
import { MOD } from '../key-list.ts'
import { pressKey } from '../keyboard/use-keys.ts'
import { ALL_TOOLS } from '../tools.tsx'
import type { ViewPlace } from '../use-view.ts'
import type { Action } from './action-registry.ts'
import { usePeopleActions } from './use-people-actions.tsx'

/** What can be done on any board, whatever view is in front. */
export function useFrameActions(place: ViewPlace): readonly Action[] {
  const session = useSession()
  const [, navigate] = useLocation()
  const set = useBoardUi((ui) => ui.set)
  const writes = session.mayWrite()
  const contrast = useCell(contrastChoice)
  const tools: Action[] = ALL_TOOLS.map(({ tool, label, key, Icon }) => ({
    id: `tool ${tool}`,
    label: tool === 'select' ? 'Select' : `Draw: ${label}`,
    others: 'new add tool',
    ...(key ? { keys: key } : {}),
    icon: <Icon />,
    run: () => {
      place.go('map')
      set({ tool })
      if (key) pressKey(key.toLowerCase())
    },
  }))
  const writing: Action[] = [
    {
      id: 'undo',
      label: 'Undo',
      note: session.history.canUndo ?? '',
      keys: `${MOD} Z`,
      icon: <Undo2 />,
      run: () => session.undo(),
    },
    {
      id: 'redo',
      label: 'Redo',
      note: session.history.canRedo ?? '',
      keys: `${MOD} ⇧ Z`,
      icon: <Redo2 />,
      run: () => session.redo(),
    },
    {
      id: 'import',
      label: 'Bring files',
      others:
        'import compose docker kubernetes mermaid graphviz structurizr csv excalidraw canvas trace paste',
      icon: <FileUp />,
      run: () => set({ importing: {} }),
    },
    {
      id: 'picture',
      label: say.addPicture,
      others: say.lookFor,
      icon: <Image />,
      run: () => addPictures(session),
    },
  ]
  const real: Action[] = [
    {
      id: 'share',
      label: 'Share',
      others: 'invite link people',
      icon: <Share2 />,
      run: () => set({ share: true }),
    },
    { id: 'boards', label: 'Go to all boards', icon: <LayoutGrid />, run: () => navigate('/boards') },
  ]
  const { startOver } = session
  const sample: Action[] = startOver
    ? [
        {
          id: 'keep',
          label: 'Keep it: create an account',
          icon: <Share2 />,
          run: () => set({ keeping: true }),
        },
        { id: 'again', label: 'Start over', icon: <RotateCcw />, run: () => void startOver() },
      ]
    : []
  return [
    { id: 'map', label: 'Go to the map', icon: <MapIcon />, run: () => place.go('map') },
    {
      id: 'outline',
      label: 'Go to the outline',
      others: 'list text screen reader',
      keys: 'O',
      icon: <ListTree />,
      run: () => place.go('list'),
    },
    ...usePeopleActions(),
    { id: 'timeline', label: 'Go to the timeline', icon: <Clock />, run: () => place.go('timeline') },
    { id: 'record', label: 'Go to the record', icon: <NotebookText />, run: () => place.go('record') },
    ...(writes ? writing : []),
    ...(session.mayFacilitate()
      ? [
          {
            id: 'facilitate',
            label: 'Facilitate',
            others: 'timer quiet writing stage',
            icon: <PanelRight />,
            run: () => set({ panel: 'facilitate' }),
          },
        ]
      : []),
    ...(session.sample === null ? real : sample),
    {
      id: 'versions',
      label: 'Versions',
      others: 'history before restore keep name back as it was',
      keys: 'H',
      icon: <History />,
      run: () => openVersions(session, 'versions'),
    },
    {
      id: 'replay',
      label: 'Replay',
      others: 'history play time as it was',
      icon: <CirclePlay />,
      run: () => openVersions(session, 'replay'),
    },
    ...(writes ? tools : []),
    { id: 'keys', label: 'Keys', keys: '?', icon: <Keyboard />, run: () => set({ keys: true }) },
    { id: 'light', label: 'Light', others: 'theme', icon: <Sun />, run: () => chooseTheme('light') },
    {
      id: 'contrast',
      label: contrast === 'more' ? sayContrast.off : sayContrast.on,
      others: sayContrast.others,
      icon: <Contrast />,
      run: () => chooseContrast(contrast === 'more' ? 'system' : 'more'),
    },
    { id: 'dark', label: 'Dark', others: 'theme', icon: <Moon />, run: () => chooseTheme('dark') },
    {
      id: 'system',
      label: 'Light or dark as the machine',
      others: 'theme system',
      icon: <Monitor />,
      run: () => chooseTheme('system'),
    },
  ]
}
