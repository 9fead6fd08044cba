import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startKeys } from './board/keyboard/use-keys.ts'
import { startOffline } from './offline/start-offline.ts'
import './styles/tokens.css'
import './styles/contrast.css'
import './styles/base.css'
import { startTheme } from './ui/theme.ts'

startTheme()
startKeys()
startOffline()

const queries = new QueryClient({
  defaultOptions: {
    // the server may be this very machine; and a page without a network says so instead of waiting
    queries: { staleTime: 10_000, retry: 1, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
