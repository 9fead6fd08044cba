import { lazy, Suspense, useCallback } from 'react'
import { Route, Switch } from 'wouter'
import { openSample } from './session/open-sample.ts'
import { openSession } from './session/open-session.ts'
import { MessagePage } from './ui/MessagePage.tsx'
import { Toasts } from './ui/Toasts.tsx'

const BoardPage = lazy(() => import('./board/BoardPage.tsx').then((m) => ({ default: m.BoardPage })))

/** Which page an address shows. */
export function App() {
  return (
    <>
      <Suspense fallback={<MessagePage quiet title="One moment" />}>
        <Switch>
          <Route path="/sample/:name/:view?">{({ name }) => <SampleBoard key={name} name={name} />}</Route>
          <Route path="/b/:board/:view?">{({ board }) => <RealBoard key={board} board={board} />}</Route>
          <Route>
            <MessagePage title="There is nothing here" words="The address may be cut short." way="boards" />
          </Route>
        </Switch>
      </Suspense>
      <Toasts />
    </>
  )
}

function SampleBoard({ name }: { readonly name: string }) {
  const open = useCallback(() => openSample(name), [name])
  return <BoardPage open={open} />
}

function RealBoard({ board }: { readonly board: string }) {
  const open = useCallback(() => openSession(board), [board])
  return <BoardPage open={open} />
}
