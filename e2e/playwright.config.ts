import { defineConfig, devices } from '@playwright/test';
import { officeZone } from '../lib/core/office-time';

// Set by lib/tooling/test.mjs, which starts the built app on a database filled as demo. Without it
// the journeys run against an instance started by hand.
const { E2E_BASE_URL = 'http://localhost:3000', E2E_REPORT, CHROMIUM_PATH } = process.env;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  // Two more than a small machine has cores: a browser waits for the house, and the house for its database.
  workers: 4,
  retries: 0,
  forbidOnly: true,
  // Patience costs nothing where things work, and machines differ by a factor of four.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: E2E_REPORT ?? '../test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: E2E_BASE_URL,
    locale: 'de-DE',
    timezoneId: officeZone(),
    screenshot: 'only-on-failure',
    launchOptions: {
      // On another day (`--at`) everything but the browser has another clock: it stands still with it.
      env: Object.fromEntries(
        Object.entries(process.env).filter(([name]) => name !== 'LD_PRELOAD'),
      ) as Record<string, string>,
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'script',
      use: { javaScriptEnabled: true },
      // What script itself does, one journey for each way it has; and what asks the server or is a page
      // without script, which runs in one of the two. That each form is taken over and sent by its
      // program is looked at for all of them at once (`guards/enhanced`).
      grep: /\b(?:guards|platform)\/\S+\.spec\.ts\b|@script\b|@reading\b/,
    },
    {
      name: 'no-script',
      use: { javaScriptEnabled: false },
      // These ask the server itself; a browser without script would ask the same again.
      testIgnore: ['platform/**', 'guards/**'],
      // Pages for reading carry no script, as `checkPage` makes sure of; what only a script can do is
      // tried where there is one.
      grepInvert: /@reading|@script/,
    },
  ],
});
