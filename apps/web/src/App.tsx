import { type ComponentType, lazy, Suspense, useCallback } from 'react'
import { Route, Switch } from 'wouter'
import { useOtherTabs } from './account/use-account.ts'
import { MessagePage } from './ui/MessagePage.tsx'
import { Toasts } from './ui/Toasts.tsx'

function page<P>(load: () => Promise<ComponentType<P>>) {
  return lazy(async () => ({ default: await load() }))
}

const BoardPage = page(() => import('./board/BoardPage.tsx').then((m) => m.BoardPage))
const HomePage = page(() => import('./boards/HomePage.tsx').then((m) => m.HomePage))
const StartPage = page(() => import('./account/StartPage.tsx').then((m) => m.StartPage))
const SignInPage = page(() => import('./account/SignInPage.tsx').then((m) => m.SignInPage))
const JoinPage = page(() => import('./account/JoinPage.tsx').then((m) => m.JoinPage))
const ResetPage = page(() => import('./account/ResetPage.tsx').then((m) => m.ResetPage))
const BoardsPage = page(() => import('./boards/BoardsPage.tsx').then((m) => m.BoardsPage))
const PeoplePage = page(() => import('./boards/PeoplePage.tsx').then((m) => m.PeoplePage))

/** Which page an address shows. */
export function App() {
  useOtherTabs()
  return (
    <>
      <Suspense fallback={<MessagePage quiet title="One moment" />}>
        <Switch>
          <Route path="/">
            <HomePage />
          </Route>
          <Route path="/welcome">
            <StartPage />
          </Route>
          <Route path="/sign-in">
            <SignInPage />
          </Route>
          <Route path="/join/:token">{({ token }) => <JoinPage key={token} token={token} />}</Route>
          <Route path="/team/:token">{({ token }) => <JoinPage key={token} token={token} />}</Route>
          <Route path="/reset/:token">{({ token }) => <ResetPage token={token} />}</Route>
          <Route path="/boards">
            <BoardsPage />
          </Route>
          <Route path="/people">
            <PeoplePage />
          </Route>
          <Route path="/b/:board/:view?">{({ board }) => <RealBoard key={board} board={board} />}</Route>
          <Route path="/sample/:name/:view?">{({ name }) => <SampleBoard key={name} name={name} />}</Route>
          <Route>
            <MessagePage title="There is nothing here" words="The address may be cut short." way="boards" />
          </Route>
        </Switch>
      </Suspense>
      <Toasts />
    </>
  )
}

function RealBoard({ board }: { readonly board: string }) {
  const open = useCallback(
    () => import('./session/open-session.ts').then(({ openSession }) => openSession(board)),
    [board],
  )
  return <BoardPage open={open} />
}

function SampleBoard({ name }: { readonly name: string }) {
  const open = useCallback(
    () => import('./session/open-sample.ts').then(({ openSample }) => openSample(name)),
    [name],
  )
  return <BoardPage open={open} />
}
