import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // Hints to whoever bundles it on, which nobody does: a third of a kilobyte.
  worker: { format: 'es', rolldownOptions: { output: { comments: { annotation: false } } } },
  build: { target: 'es2023', sourcemap: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'e2e/{sandbox,architecture,benchmarks}/**/*.test.ts'],
    setupFiles: ['e2e/architecture/property-runs.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
    passWithNoTests: false,
  },
});
