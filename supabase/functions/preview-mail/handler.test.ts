import { describe, expect, it } from 'vitest';
import { mailPlaceholders, mailTemplateNames, previewMailResponseSchema } from '../_shared/contracts/mail-templates.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { asPerson, errorOf, post, verifyUser } from '../_shared/testing/fakes.ts';
import { createPreviewMailHandler } from './handler.ts';

const setUp = (may = true) =>
  createPreviewMailHandler({
    verifyUser,
    limitRate: async () => undefined,
    requireRight: async () => {
      if (!may) throw new HttpError(403, 'forbidden', 'No.');
    },
    getProductName: async () => 'AI Ready',
    appUrl: 'https://certify.example.com',
    log: () => undefined,
  });
const words = { subject: 'About {{track_name}}', paragraphs: ['Dear {{name}}, at {{exam_time}}.'] };

describe('preview-mail', () => {
  it.each(mailTemplateNames)(
    'shows %s with sample data, and its own words with placeholders it knows',
    async (template) => {
      const response = await setUp()(post({ template, words: null }, asPerson));
      const { subject, html, text, builtIn } = previewMailResponseSchema.parse(await response.json());
      for (const each of [subject, html, text]) expect(each).not.toMatch(/\{\{|undefined|NaN/);
      expect(html).toContain('<!doctype html>');
      const named = [...JSON.stringify(builtIn).matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
      expect(mailPlaceholders[template]).toEqual(expect.arrayContaining(named));
      const again = await setUp()(post({ template, words: builtIn }, asPerson));
      expect(previewMailResponseSchema.parse(await again.json())).toEqual({ subject, html, text, builtIn });
    },
  );

  it('shows the words of a form', async () => {
    const response = await setUp()(post({ template: 'exam_scheduled', words }, asPerson));
    const { subject, text } = previewMailResponseSchema.parse(await response.json());
    expect(subject).toBe('About AI Foundations');
    expect(text).toMatch(/Dear Asha Rao, at Wednesday,? 15 April 2026/);
  });

  it.each([
    [{ ...words, subject: '{{password}}' }, 422],
    [{ ...words, paragraphs: ['<b>Bold</b>'] }, 422],
    [{ ...words, paragraphs: [] }, 400],
    [{ ...words, subject: 'x'.repeat(151) }, 400],
  ])('refuses %j', async (bad, status) => {
    expect((await setUp()(post({ template: 'exam_scheduled', words: bad }, asPerson))).status).toBe(status);
  });

  it('refuses strangers, people without the right, and mails that do not exist', async () => {
    const ask = { template: 'exam_scheduled', words: null };
    expect((await setUp()(post(ask))).status).toBe(401);
    expect(await errorOf(await setUp(false)(post(ask, asPerson)))).toMatchObject({ status: 403 });
    expect((await setUp()(post({ ...ask, template: 'nothing' }, asPerson))).status).toBe(400);
  });
});
