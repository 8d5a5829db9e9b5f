import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { legenda } from './src/cli/vite-plugin.ts';

const root = dirname(fileURLToPath(import.meta.url));

export default defineConfig({
  root,
  // Relative addresses: the built site works from any folder of any host.
  base: './',
  plugins: [legenda({ root })],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'maplibre-gl', test: /node_modules[\\/](maplibre-gl|@maplibre|@mapbox)/ }],
        },
      },
    },
  },
});
