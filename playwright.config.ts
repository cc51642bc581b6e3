import { defineConfig, devices } from '@playwright/test';
import { findOrInstallChromium, launchArguments } from './tools/browser/chromium.ts';

const executablePath = findOrInstallChromium();
const toJson = process.env.PLAYWRIGHT_JSON_OUTPUT_NAME !== undefined;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  globalSetup: './e2e/global-setup.ts',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: toJson ? [['list'], ['json']] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    actionTimeout: 20_000,
    timezoneId: 'Asia/Kolkata',
    locale: 'en-IN',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: launchArguments() },
  },
});
