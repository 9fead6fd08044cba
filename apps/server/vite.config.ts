import { defineConfig } from 'vite'

/** Our packages are TypeScript and go into the one file; everything else stays in node_modules. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    emptyOutDir: true,
    rolldownOptions: {
      input: { main: 'src/main.ts', worker: 'src/off-thread/worker.ts', tools: 'src/tools/tools.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
  ssr: { noExternal: [/^@second-story\//], target: 'node' },
})
