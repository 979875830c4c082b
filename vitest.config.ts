// Configures the tests: unit tests in Node, with a stand-in for the browser's API, then browser tests, three files at a time.
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { provideMapGroupBy } from './tests/map-group-by.ts';
import { SlowestFirst } from './tests/slowest-first.ts';

provideMapGroupBy();

const BROWSER_TESTS = 'tests/e2e/**/*.test.{ts,tsx}';

export default defineConfig({
  test: {
    allowOnly: false,
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        plugins: [WxtVitest()],
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [BROWSER_TESTS],
          environment: 'node',
          maxWorkers: '100%', // Vitest would leave one core alone
          testTimeout: 30_000,
          isolate: false, // what many files import is read once; what they leave behind is cleared by the next three
          setupFiles: ['tests/fresh-api.ts'],
          restoreMocks: true,
          unstubGlobals: true,
        },
      },
      {
        test: {
          name: 'e2e',
          include: [BROWSER_TESTS],
          environment: 'node',
          globalSetup: ['tests/e2e/used-firefox.ts'],
          isolate: false,
          maxWorkers: 3, // each has a browser of its own, and waits most of the time
          retry: 1, // browsers on a busy machine now and then lose an event; the report names what was run twice
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
