import { createRoot } from 'react-dom/client'
import { createBindingId, createShapeId, InstancePresenceRecordType, Tldraw, toRichText } from 'tldraw'
import 'tldraw/tldraw.css'
import { feeds } from './feeds.js'

const board = await (await fetch('./board.json')).json()
const shapeId = (id) => createShapeId(id)

/** Ordered keys that tldraw takes: "a" and one digit, "b" and two, "c" and three. */
function indexKey(n) {
  return n.toString(36).padStart(4, '0')
}

function records(editor) {
  const page = editor.getCurrentPageId()
  const geo = editor.getShapeUtil('geo').getDefaultProps()
  const arrow = editor.getShapeUtil('arrow').getDefaultProps()
  const common = { typeName: 'shape', rotation: 0, isLocked: false, opacity: 1, meta: {}, parentId: page }
  const byId = new Map(board.items.map((item) => [item.id, item]))
  const key = (n) => `d${indexKey(n)}V`
  const shapes = board.items.map((item, n) => ({
    ...common,
    id: shapeId(item.id),
    type: 'geo',
    index: key(board.arrows.length + n),
    x: item.x,
    y: item.y,
    props: {
      ...geo,
      w: item.w,
      h: item.h,
      size: 's',
      font: 'sans',
      fill: 'solid',
      dash: 'solid',
      richText: toRichText(item.label),
    },
  }))
  const arrows = board.arrows.flatMap((one, n) => {
    const from = byId.get(one.from)
    const to = byId.get(one.to)
    const id = shapeId(one.id)
    const end = (terminal, target) => ({
      typeName: 'binding',
      id: createBindingId(`${one.id}${terminal}`),
      type: 'arrow',
      fromId: id,
      toId: shapeId(target),
      meta: {},
      props: {
        terminal,
        normalizedAnchor: { x: 0.5, y: 0.5 },
        isExact: false,
        isPrecise: false,
        snap: 'none',
      },
    })
    return [
      {
        ...common,
        id,
        type: 'arrow',
        index: key(n),
        x: from.x + from.w / 2,
        y: from.y + from.h / 2,
        props: {
          ...arrow,
          size: 's',
          dash: 'solid',
          start: { x: 0, y: 0 },
          end: { x: to.x - from.x, y: to.y - from.y },
        },
      },
      end('start', one.from),
      end('end', one.to),
    ]
  })
  return [
    ...arrows.filter((r) => r.typeName === 'shape'),
    ...shapes,
    ...arrows.filter((r) => r.typeName === 'binding'),
  ]
}

function mounted(editor) {
  editor.user.updateUserPreferences({ animationSpeed: 1, isSnapMode: false })
  editor.store.mergeRemoteChanges(() => editor.store.put(records(editor)))
  const remote = (change) => editor.store.mergeRemoteChanges(change)
  const feed = feeds(board, {
    move: (list) =>
      remote(() =>
        editor.store.put(list.map(({ id, x, y }) => ({ ...editor.store.get(shapeId(id)), x, y }))),
      ),
    cursors: (list) =>
      remote(() =>
        editor.store.put(
          list.map(({ id, name, color, x, y }) =>
            InstancePresenceRecordType.create({
              id: InstancePresenceRecordType.createId(id),
              currentPageId: editor.getCurrentPageId(),
              userId: `user:${id}`,
              userName: name,
              color,
              cursor: { x, y, type: 'default', rotation: 0 },
              lastActivityTimestamp: Date.now(),
            }),
          ),
        ),
      ),
  })
  window.bench = {
    ...feed,
    drawn: () => document.querySelectorAll('.tl-shape').length > 0,
    count: () => editor.getCurrentPageShapeIds().size,
    look({ x, y, zoom }) {
      editor.setCamera({ x: innerWidth / 2 / zoom - x, y: innerHeight / 2 / zoom - y, z: zoom })
    },
    zoom: () => editor.getZoomLevel(),
    center(id) {
      const { x, y } = editor.getShapePageBounds(shapeId(id)).center
      return editor.pageToScreen({ x, y })
    },
    select(ids) {
      editor.select(...ids.map(shapeId))
    },
  }
}

createRoot(document.getElementById('root')).render(<Tldraw onMount={mounted} />)
