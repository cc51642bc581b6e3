import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { Mailbox } from './mailbox.ts';
import { readStack, type StackUnderTest } from './stack.ts';

type Fixtures = {
  stack: StackUnderTest;
  mailbox: Mailbox;
  /** Patterns of console errors and failed requests that this test brings about on purpose. */
  expectedProblems: RegExp[];
};

/** A page that fails its test on any console error, page error or failed request that was not expected. */
export const test = base.extend<Fixtures>({
  stack: async ({ browserName: _browserName }, provide) => provide(readStack()),
  mailbox: async ({ stack }, provide) => provide(new Mailbox(stack.mailboxUrl)),
  expectedProblems: async ({ browserName: _browserName }, provide) => provide([]),
  baseURL: async ({ stack }, provide) => provide(stack.appUrl),
  page: async ({ page, expectedProblems }, provide) => {
    const problems: string[] = [];
    watch(page, problems);
    await provide(page);
    expect(problems.filter((problem) => !expectedProblems.some((pattern) => pattern.test(problem)))).toEqual([]);
  },
});

function watch(page: Page, problems: string[]) {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left ends its own requests.
    if (reason !== 'net::ERR_ABORTED') problems.push(`request: ${request.method()} ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`answer: ${response.status()} ${response.url()}`);
  });
}

/** axe finds nothing on the page as it stands, in light and in dark. */
export async function expectAccessible(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(
      violations.map(
        ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
      ),
    ).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

export async function signIn(page: Page, email: string, password: string) {
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export { expect };
