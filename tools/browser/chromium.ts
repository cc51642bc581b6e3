import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Browsers that distributions install, in the order in which we prefer them. */
const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

/** Switches for a machine without a desktop: no GPU, no update checks, no talk with the browser's maker. */
const quietArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Chromium refuses its own sandbox as root; there it runs without. */
export function launchArguments(): string[] {
  return isRoot() ? ['--no-sandbox', ...quietArguments] : quietArguments;
}

function findSystemChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
    return named;
  }
  return systemBrowsers.find((path) => existsSync(path));
}

function run(command: string, args: string[]): boolean {
  const result = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0;
}

/**
 * The browser to test with: a path for Playwright's `executablePath`, or undefined where Playwright's own browser serves.
 * Installs one where there is none: Debian's package as root, Playwright's download elsewhere.
 */
export function findOrInstallChromium(): string | undefined {
  const found = findSystemChromium();
  if (found) return found;
  if (isRoot() && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('Installing Chromium with apt-get …\n');
    if (
      run('apt-get', ['update', '-q']) &&
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'])
    ) {
      const installed = findSystemChromium();
      if (installed) return installed;
    }
  }
  process.stdout.write("Installing Playwright's Chromium …\n");
  if (!run('playwright', ['install', 'chromium'])) {
    throw new Error('No Chromium was found and none could be installed. Install one and name it in CHROMIUM_PATH.');
  }
  return undefined;
}
