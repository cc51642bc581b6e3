import { describe, expect, it } from 'vitest';
import { PermanentError } from '../job.ts';
import { mailTemplates } from './compose.ts';
import { oneLine } from './escape.ts';
import { renderHtml, renderText } from './layout.ts';
import { addToProfileUrl, shareUrl } from './linkedin.ts';

const appUrl = 'https://certify.example.com';
const evil = '<img src=x onerror=alert(1)> "Eve" & Co';
const recipient = {
  to: { email: 'eve@example.com', name: evil },
  product_name: 'AI Ready',
  track_id: 'ai-basics',
  track_name: evil,
};
const exam = {
  ...recipient,
  scheduled_at: '2026-04-02T04:30:00+00:00',
  attempt_no: 1,
  exam_minutes: 60,
  score: 41.25,
  passing_score: 70,
  attempts_left: 2,
  addon_price: 49_900,
  cooldown_until: '2026-04-03T04:30:00+00:00',
};
const certificate = {
  ...recipient,
  number: 'AIR-2026-000123',
  status: 'issued',
  issued_at: '2026-04-01T04:11:00+00:00',
  expires_at: '2028-12-01T04:11:00+00:00',
  pdf_path: 'u/AIR-2026-000123.pdf',
  verify_path: '/verify/AIR-2026-000123',
  credly_url: 'https://www.credly.com/badges/1',
  credly_state: 'pending',
};
const enquiry = {
  to: recipient.to,
  product_name: recipient.product_name,
  lead_id: '0d9c7a3e-9a43-4a3b-8d55-0f3f7f0a9f11',
  reference: 'ENQ-7F3K9Q',
  kind: 'university',
  institution_name: evil,
  contact_name: 'Asha Rao',
  contact_email: 'asha@example.edu',
  contact_phone: '+919876543210',
  designation: null,
  website: 'https://example.edu',
  city: 'Pune',
  expected_students: 120_000,
  tracks: ['AI Foundations', 'AI for Managers'],
  message: 'First line\n\nSecond <b>line</b>',
  enquiries: 1,
};
const contexts: Record<string, object> = {
  payment_receipt: {
    ...recipient,
    kind: 'enrolment',
    price: 1_000_000,
    discount: 100_000,
    tax_lines: [
      { name: 'CGST', rate: 9, amount: 81_000 },
      { name: 'SGST', rate: 9, amount: 81_000 },
    ],
    total: 1_062_000,
    paid_at: '2026-04-01T04:11:00+00:00',
    coupon_code: 'LAUNCH10',
    invoice_number: 'AIR/26-27/000001',
  },
  enquiry_received: enquiry,
  enquiry_thanks: enquiry,
  exam_scheduled: exam,
  exam_failed: exam,
  exam_review: exam,
  certificate_ready: certificate,
  badge_ready: certificate,
  student_enrolled: { ...recipient, institution_name: evil },
  import_done: {
    to: recipient.to,
    product_name: 'AI Ready',
    import_id: '7b6a1c3e-9a43-4a3b-8d55-0f3f7f0a9f11',
    institution_name: evil,
    file_name: evil,
    rows_total: 12_345,
    rows_enrolled: 12_000,
    rows_already: 300,
    rows_refused: 45,
  },
};

function compose(template: string, context: unknown = contexts[template]) {
  const write = mailTemplates[template];
  if (!write) throw new Error(`No template ${template}`);
  const composed = write(context, appUrl);
  return { ...composed, html: renderHtml(composed.content), text: renderText(composed.content) };
}
const names = Object.keys(mailTemplates);

describe.each(names)('the mail %s', (name) => {
  it('escapes what people wrote', () => {
    const { html } = compose(name);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;Eve&quot; &amp; Co');
  });

  it('says the same in text and links to the app or a known site only', () => {
    const { html, text } = compose(name);
    for (const body of [html, text]) expect(body).not.toMatch(/undefined|null|NaN|\[object/);
    const links = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links)
      expect(link).toMatch(/^https:\/\/(certify\.example\.com|www\.credly\.com|www\.linkedin\.com)\//);
    expect(text).toContain(links[0]?.replaceAll('&amp;', '&'));
  });
});

describe('what mails tell', () => {
  it('the receipt adds up in rupees', () => {
    const { text, content } = compose('payment_receipt');
    expect(text).toContain('Price: ₹10,000.00');
    expect(text).toContain('Discount (LAUNCH10): −₹1,000.00');
    expect(text).toContain('CGST 9 %: ₹810.00');
    expect(text).toContain('Total paid: ₹10,620.00');
    expect(text).toContain('AIR/26-27/000001');
    expect(content.button?.url).toBe(`${appUrl}/dashboard`);
  });

  it('the booking says when, in Indian time', () => {
    expect(compose('exam_scheduled').text).toMatch(/Thursday,? 2 April 2026 at 10:00\s?am IST/);
  });

  it('the failed exam says what is next', () => {
    expect(compose('exam_failed').text).toContain('You have 2 attempts left.');
    expect(compose('exam_failed').text).toContain('Your score: 41.3 %');
    expect(compose('exam_failed', { ...exam, attempts_left: 0 }).text).toContain(
      'buy another one in your dashboard (₹499.00 plus tax)',
    );
  });

  it('the certificate mail carries the file and the links', () => {
    const { pdf, text } = compose('certificate_ready');
    expect(pdf).toEqual({ path: 'u/AIR-2026-000123.pdf', filename: 'AIR-2026-000123.pdf' });
    expect(text).toContain(`${appUrl}/verify/AIR-2026-000123`);
    expect(text).toContain('linkedin.com/profile/add');
  });

  it('the mail about a file counts its rows and leads to its page', () => {
    const { text, content } = compose('import_done');
    for (const line of ['Rows: 12,345', 'Enrolled: 12,000', 'Enrolled before: 300', 'Refused: 45'])
      expect(text).toContain(line);
    expect(text).toContain('a file of them to mend');
    expect(content.button?.url).toBe(`${appUrl}/institution/bulk/7b6a1c3e-9a43-4a3b-8d55-0f3f7f0a9f11`);
    expect(compose('import_done', { ...contexts.import_done, rows_refused: 0 }).text).not.toContain('refused row');
  });

  it('the mail to an enrolled student leads to the dashboard and asks for nothing', () => {
    const { text, content } = compose('student_enrolled');
    expect(text).toContain('nothing to pay and nothing to accept');
    expect(content.button?.url).toBe(`${appUrl}/dashboard`);
  });

  it('the enquiry tells sales staff what was asked, and leaves out what was not', () => {
    const { text, html, content } = compose('enquiry_received');
    expect(content.subject).toBe(`New enquiry: ${evil} (ENQ-7F3K9Q)`);
    expect(text).toContain('Kind: University\nContact: Asha Rao\nE-mail: asha@example.edu\nPhone: +919876543210');
    expect(text).toContain('Expected students: 1,20,000\nTracks: AI Foundations, AI for Managers');
    expect(text).toContain('Their message:\n\nFirst line\n\nSecond <b>line</b>');
    expect(text).not.toContain('Designation');
    expect(html).toContain('Second &lt;b&gt;line&lt;/b&gt;');
    expect(content.button?.url).toBe(`${appUrl}/admin/leads/${enquiry.lead_id}`);
    const again = compose('enquiry_received', { ...enquiry, enquiries: 2, message: null });
    expect(again.content.subject).toBe(`Enquired again: ${evil} (ENQ-7F3K9Q)`);
    expect(again.text).not.toContain('Their message');
  });

  it('the thanks name the reference and carry none of what the form was filled with', () => {
    const { text } = compose('enquiry_thanks');
    expect(text).toContain('Reference: ENQ-7F3K9Q');
    expect(text).toContain('because an enquiry to AI Ready named this address');
    expect(text).not.toMatch(/First line|example\.edu|9876543210|have an account/);
    const lure = { ...enquiry, to: { email: 'asha@example.edu', name: 'Win at https://evil.example' } };
    expect(compose('enquiry_thanks', lure).text).not.toContain('evil.example');
  });

  it('the badge mail does not link to what is no web address', () => {
    const { content } = compose('badge_ready', { ...certificate, credly_url: 'javascript:alert(1)' });
    expect(content.button?.url).toBe(`${appUrl}/dashboard`);
  });
});

describe('a mail that cannot be written', () => {
  it('is given up when the person has no address', () => {
    const erased = { ...exam, to: { email: null, name: null } };
    expect(() => compose('exam_failed', erased)).toThrow(PermanentError);
  });

  it('names what is missing', () => {
    expect(() => compose('exam_failed', { ...recipient })).toThrow(/scheduled_at/);
  });
});

it("fills in LinkedIn's form with months counted from one and not padded", () => {
  const url = new URL(
    addToProfileUrl({
      name: 'AI Foundations',
      organization: 'AI Ready & Co',
      issuedAt: '2026-01-15T00:00:00Z',
      expiresAt: '2028-12-31T00:00:00Z',
      url: `${appUrl}/verify/1`,
      number: '1',
    }),
  );
  expect(Object.fromEntries(url.searchParams)).toEqual({
    startTask: 'CERTIFICATION_NAME',
    name: 'AI Foundations',
    organizationName: 'AI Ready & Co',
    issueYear: '2026',
    issueMonth: '1',
    expirationYear: '2028',
    expirationMonth: '12',
    certUrl: `${appUrl}/verify/1`,
    certId: '1',
  });
  expect(shareUrl(`${appUrl}/verify/1`)).toBe(
    'https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fcertify.example.com%2Fverify%2F1',
  );
});

it('keeps a header to one line', () => {
  expect(oneLine('Hello\r\nBcc: x@evil.example')).toBe('Hello Bcc: x@evil.example');
});
