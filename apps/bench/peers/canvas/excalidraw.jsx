import { CaptureUpdateAction, convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw'
import { createRoot } from 'react-dom/client'
import '@excalidraw/excalidraw/index.css'
import { feeds } from './feeds.js'

const board = await (await fetch('./board.json')).json()
const byId = new Map(board.items.map((item) => [item.id, item]))
const skeletons = [
  ...board.items.map((item) => ({
    type: 'rectangle',
    id: item.id,
    x: item.x,
    y: item.y,
    width: item.w,
    height: item.h,
    roughness: 0,
    backgroundColor: '#ffffff',
    fillStyle: 'solid',
    label: { text: item.label, fontSize: 14, fontFamily: 2 },
  })),
  ...board.arrows.map((arrow) => {
    const from = byId.get(arrow.from)
    const to = byId.get(arrow.to)
    return {
      type: 'arrow',
      id: arrow.id,
      x: from.x + from.w / 2,
      y: from.y + from.h / 2,
      width: to.x - from.x,
      height: to.y - from.y,
      points: [
        [0, 0],
        [to.x - from.x, to.y - from.y],
      ],
      roughness: 0,
      start: { id: arrow.from },
      end: { id: arrow.to },
    }
  }),
]
const elements = convertToExcalidrawElements(skeletons, { regenerateIds: false })

function ready(api) {
  const state = () => api.getAppState()
  const screen = ({ x, y }) => {
    const { zoom, scrollX, scrollY, offsetLeft, offsetTop } = state()
    return { x: (x + scrollX) * zoom.value + offsetLeft, y: (y + scrollY) * zoom.value + offsetTop }
  }
  const feed = feeds(board, {
    move(list) {
      const to = new Map(list.map((one) => [one.id, one]))
      api.updateScene({
        elements: api.getSceneElementsIncludingDeleted().map((element) => {
          const place = to.get(element.id)
          if (place) return { ...element, x: place.x, y: place.y, version: element.version + 1 }
          const holder = element.containerId && to.get(element.containerId)
          if (!holder) return element
          const box = byId.get(holder.id)
          return {
            ...element,
            x: holder.x + (box.w - element.width) / 2,
            y: holder.y + (box.h - element.height) / 2,
            version: element.version + 1,
          }
        }),
        captureUpdate: CaptureUpdateAction.NEVER,
      })
    },
    cursors(list) {
      api.updateScene({
        collaborators: new Map(
          list.map(({ id, name, color, x, y }) => [
            id,
            {
              id,
              username: name,
              color: { background: color, stroke: color },
              pointer: { x, y, tool: 'pointer' },
            },
          ]),
        ),
      })
    },
  })
  window.bench = {
    ...feed,
    drawn: () => document.querySelector('canvas.static') !== null,
    count: () => api.getSceneElements().length,
    look({ x, y, zoom }) {
      api.updateScene({
        appState: {
          zoom: { value: zoom },
          scrollX: innerWidth / 2 / zoom - x,
          scrollY: innerHeight / 2 / zoom - y,
        },
      })
    },
    zoom: () => state().zoom.value,
    center(id) {
      const { x, y, width, height } = api.getSceneElements().find((one) => one.id === id)
      return screen({ x: x + width / 2, y: y + height / 2 })
    },
    select(ids) {
      api.updateScene({ appState: { selectedElementIds: Object.fromEntries(ids.map((id) => [id, true])) } })
    },
  }
}

createRoot(document.getElementById('root')).render(
  <Excalidraw excalidrawAPI={ready} initialData={{ elements, appState: { zoom: { value: 0.5 } } }} />,
)
