import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstLoad } from './first-load.ts'
import { oneLanguage } from './one-language.ts'
import { packBuild } from './pack-build.ts'
import { shellBuild } from './shell-build.ts'

const server = process.env.SERVER_URL ?? 'http://localhost:3000'

export default defineConfig({
  plugins: [react(), oneLanguage(), firstLoad(500), shellBuild(), packBuild()],
  resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
  build: { target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 900 },
  server: {
    proxy: {
      '/api': { target: server, changeOrigin: false },
      '/sync': { target: server.replace('http', 'ws'), ws: true },
    },
  },
})
