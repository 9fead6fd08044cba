import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

type Slot = LazyExoticComponent<ComponentType>

/** The views and panels of a board: loaded when they are first shown. */
const views = {
  MapView: () => import('../map/MapView.tsx').then((m) => m.MapView),
  Inspector: () => import('../map/inspector/Inspector.tsx').then((m) => m.Inspector),
  TimelineStrip: () => import('../timeline/TimelineStrip.tsx').then((m) => m.TimelineStrip),
  TimelineView: () => import('../timeline/TimelineView.tsx').then((m) => m.TimelineView),
  CommentsPanel: () => import('../comments/CommentsPanel.tsx').then((m) => m.CommentsPanel),
  CommentsSheet: () => import('../comments/CommentsSheet.tsx').then((m) => m.CommentsSheet),
  FacilitatePanel: () => import('../review/FacilitatePanel.tsx').then((m) => m.FacilitatePanel),
  QuietWriting: () => import('../review/QuietWriting.tsx').then((m) => m.QuietWriting),
  RecordView: () => import('../record/RecordView.tsx').then((m) => m.RecordView),
  ListView: () => import('../outline/ListView.tsx').then((m) => m.ListView),
  AddSheet: () => import('../outline/AddSheet.tsx').then((m) => m.AddSheet),
  FindSheet: () => import('../outline/FindSheet.tsx').then((m) => m.FindSheet),
} satisfies Record<string, () => Promise<ComponentType>>

const slot = (load: () => Promise<ComponentType>): Slot => lazy(async () => ({ default: await load() }))

/** The map's code, on its way while the board still opens; the map itself says so when it does not come. */
export const loadMap = (): void => void views.MapView().catch(() => undefined)

export const MapView = slot(views.MapView)
export const Inspector = slot(views.Inspector)
export const TimelineStrip = slot(views.TimelineStrip)
export const TimelineView = slot(views.TimelineView)
export const CommentsPanel = slot(views.CommentsPanel)
export const CommentsSheet = slot(views.CommentsSheet)
export const FacilitatePanel = slot(views.FacilitatePanel)
export const QuietWriting = slot(views.QuietWriting)
export const RecordView = slot(views.RecordView)
export const ListView = slot(views.ListView)
export const AddSheet = slot(views.AddSheet)
export const FindSheet = slot(views.FindSheet)
