import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { fewChunks } from './few-chunks.ts'
import { firstLoad } from './first-load.ts'
import { noJsonSchema } from './no-json-schema.ts'
import { oneLanguage } from './one-language.ts'
import { packBuild } from './pack-build.ts'
import { shellBuild } from './shell-build.ts'

const server = process.env.SERVER_URL ?? 'http://localhost:3000'

const resolve = { dedupe: ['yjs', 'react', 'react-dom'] }
const build = { target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 900 }
const plain = { plugins: [react(), oneLanguage(), noJsonSchema()], resolve, build }

export default defineConfig({
  plugins: [
    react(),
    oneLanguage(),
    noJsonSchema(),
    fewChunks(plain),
    firstLoad(300),
    shellBuild(),
    packBuild(),
  ],
  resolve,
  build,
  server: {
    proxy: {
      '/api': { target: server, changeOrigin: false },
      '/sync': { target: server.replace('http', 'ws'), ws: true },
    },
  },
})
