/** Others' hands, in the page itself: a peer has no network to wait for, which is in its favour. */
export function feeds(board, { move, cursors }) {
  let timers = []
  const byId = new Map(board.items.map((item) => [item.id, item]))
  return {
    startMoves(ids, hertz) {
      let k = 0
      timers.push(
        setInterval(() => {
          k++
          move(
            ids.map((id, i) => {
              const { x, y } = byId.get(id)
              return { id, x: x + Math.sin(k / 6 + i) * 60, y: y + Math.cos(k / 6 + i) * 60 }
            }),
          )
        }, 1000 / hertz),
      )
    },
    startCursors(count, hertz) {
      let k = 0
      timers.push(
        setInterval(() => {
          k++
          cursors(
            Array.from({ length: count }, (_, i) => ({
              id: `person${i}`,
              name: `Person ${i}`,
              color: ['#e03131', '#1971c2', '#2f9e44', '#f08c00', '#9c36b5', '#0c8599'][i % 6],
              x: board.middle.x + ((i % 10) - 4.5) * 230 + Math.cos(k / 8 + i) * 120,
              y: board.middle.y + (Math.floor(i / 10) - 2) * 230 + Math.sin(k / 8 + i) * 120,
            })),
          )
        }, 1000 / hertz),
      )
    },
    stop() {
      for (const timer of timers) clearInterval(timer)
      timers = []
    },
  }
}
