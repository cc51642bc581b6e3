import { cards, fillBilling, payByCard } from './support/checkout.ts';
import { sitExam } from './support/exam-room.ts';
import { answerShown, answerTheRest, readAnswerKey, shownPrompt } from './support/mock-test.ts';
import { newLearner, registerAccount } from './support/register.ts';
import { expect, expectAccessible, signIn, test } from './support/test.ts';

const identityFile = 'supabase/seeds/media/sample-identity.png';

test('a new learner registers, pays, learns, practises, sits the exam and holds a certificate that a stranger can check', async ({
  page,
  browser,
  mailbox,
  stack,
}) => {
  test.setTimeout(900_000);
  const learner = newLearner('Ananya Krishnan');

  await test.step('landing page to track page', async () => {
    await page.goto('/');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'See the AI Foundations track' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'AI Foundations' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Register for this track' }).first().click();
  });

  await test.step('registration with the code from the mail', async () => {
    await expect(page.getByRole('heading', { name: 'Tell us who you are' })).toBeVisible();
    await expectAccessible(page);
    await registerAccount(page, mailbox, learner);
    await expect(page.getByRole('heading', { name: 'Pay and start' })).toBeVisible();
  });

  await test.step('another look at the tracks, a coupon and the payment', async () => {
    await page.getByRole('link', { name: 'Choose another track' }).click();
    await expect(page.getByRole('radio', { name: /AI Foundations/ })).toBeChecked();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Go to payment' }).click();
    await fillBilling(page);
    await page.getByLabel('Coupon code').fill('EXPIRED20');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByText('This coupon is no longer valid.')).toBeVisible();
    await page.getByLabel('Coupon code').fill('welcome10');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByText('WELCOME10 is applied.')).toBeVisible();
    // 4,999.00 less 10 %, plus 18 % GST.
    const price = page.getByRole('region', { name: 'Your order' });
    await expect(price).toContainText('-₹499.90');
    await expect(price).toContainText('₹5,308.94');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Pay ₹5,308.94' }).click();
    await payByCard(page, cards.succeeds);
    await expect(page.getByRole('heading', { name: 'Welcome aboard' })).toBeVisible();
    await expectAccessible(page);
    const receipt = await mailbox.waitFor(learner.email, /^Payment received/);
    expect(receipt.text).toContain('5,308.94');
  });

  await test.step('out and in again', async () => {
    await page.getByRole('link', { name: 'Go to my dashboard' }).click();
    await expect(page.getByRole('heading', { name: /^Welcome, Ananya Krishnan/ })).toBeVisible();
    await page.getByRole('button', { name: 'Account menu' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, learner.email, learner.password);
    await expect(page).toHaveURL(/\/dashboard$/);
    await expectAccessible(page);
  });

  await test.step('nine modules, each with a video that plays and a PDF that opens', async () => {
    await page.getByRole('link', { name: /^Begin with module 1/ }).click();
    for (let number = 1; number <= 9; number += 1) {
      await expect(page.getByText(`Module ${number} of 9`).first()).toBeVisible();
      const video = page.locator('video');
      await expect
        .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
        .toBeGreaterThanOrEqual(2);
      await video.evaluate(async (element: HTMLVideoElement) => {
        element.muted = true;
        await element.play();
      });
      await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0.2);
      const pdfUrl = await page.getByRole('link', { name: /^Open the PDF/ }).getAttribute('href');
      const pdf = await page.request.get(pdfUrl ?? '');
      expect(pdf.headers()['content-type']).toContain('application/pdf');
      expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
      if (number === 1) await expectAccessible(page);
      await page.getByRole('button', { name: 'Mark as complete' }).click();
      await expect(page.getByText(/^Completed on/)).toBeVisible();
      if (number < 9) await page.getByRole('link', { name: /Next module/ }).click();
    }
    await page.goto('/dashboard');
    await expect(page.getByText('9 of 9').first()).toBeVisible();
    await page.reload();
    await expect(page.getByText('9 of 9').first()).toBeVisible();
  });

  await test.step('a mock test, left in the middle and taken up again', async () => {
    const title = 'Mock test 1: concepts';
    const key = await readAnswerKey(stack.dbUrl, title);
    await page.getByRole('link', { name: `Open ${title}` }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Start the test' }).click();
    await expect(page.getByText('Question 1 of 20')).toBeVisible();
    await expectAccessible(page);
    const first = await answerShown(page, key);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await answerShown(page, key);
    await expect(page.getByText('All answers saved')).toBeVisible();
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    const resume = page.getByRole('button', { name: 'Continue the test' });
    await expect(resume.or(page.getByText('2 of 20 answered'))).toBeVisible();
    if (await resume.isVisible()) await resume.click();
    await expect(page.getByText('2 of 20 answered')).toBeVisible();
    await page.getByRole('button', { name: /^Question 1\b/ }).click();
    await expect(shownPrompt(page)).toHaveText(first);
    await answerTheRest(page, key);
    await page.getByRole('button', { name: 'Submit the test' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Submit now' }).click();
    await expect(page.getByRole('heading', { name: `You passed ${title}` })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Review your answers' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('identity document, exam and result', async () => {
    await page.goto('/exam/ai-foundations');
    await page.getByLabel('Photo or scan').setInputFiles(identityFile);
    await page.getByRole('button', { name: 'Hand in the document' }).click();
    await expect(page.getByText('Being checked')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Start now' }).click();
    const enter = page.getByRole('link', { name: 'Enter the exam room' });
    await expect(enter).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    await enter.click();
    await sitExam(page, 'right');
    await expect(page.getByRole('heading', { name: 'Congratulations, you passed' })).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
  });

  const number = await test.step('certificate, badge, mail and LinkedIn', async () => {
    const mail = await mailbox.waitFor(learner.email, /^Your certificate/);
    const attached = mail.attachments.find(({ type }) => type === 'application/pdf');
    expect(attached?.size).toBeGreaterThan(10_000);
    await mailbox.waitFor(learner.email, /^Your digital badge/);
    await page.goto('/dashboard');
    await page.getByRole('link', { name: 'Open the certificate' }).click();
    await expect(page.getByRole('heading', { name: 'Your certificate' })).toBeVisible();
    await expect(page.getByText('Waiting for you')).toBeVisible();
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the PDF' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
    const linkedIn = page.getByRole('link', { name: /^Add to LinkedIn profile/ });
    await expect(linkedIn).toHaveAttribute('href', /linkedin\.com\/profile\/add\?startTask=CERTIFICATION_NAME/);
    const found = /AIR-\d{4}-[0-9A-Z]{8}/.exec(await page.getByRole('main').innerText());
    return found?.[0] ?? '';
  });

  await test.step('a stranger checks it', async () => {
    const context = await browser.newContext();
    const stranger = await context.newPage();
    await stranger.goto(`${stack.appUrl}/verify/${number}`);
    await expect(stranger.getByRole('heading', { name: 'This certificate is valid' })).toBeVisible();
    await expect(stranger.getByText(learner.name)).toBeVisible();
    await expectAccessible(stranger);
    await context.close();
  });
});
