import { describe, expect, it } from 'vitest';
import type { Enquiry } from '../_shared/contracts/submit-enquiry.ts';
import { tooManyRequests, type HttpError } from '../_shared/http/errors.ts';
import { createLogSpy, errorOf, post } from '../_shared/testing/fakes.ts';
import { createSubmitEnquiryHandler } from './handler.ts';

const body = {
  kind: 'university',
  institutionName: '  Sona University ',
  contactName: 'Asha Rao',
  email: 'Asha@Sona.edu',
  phone: '+91 98765 43210',
  website: 'sona.edu',
  message: 'We have 200 students.',
  privacyVersion: '2026-04-01',
};

function setUp(failure?: HttpError) {
  const submitted: { enquiry: Omit<Enquiry, 'homepage'>; address: string }[] = [];
  const state = { nudges: 0 };
  const { lines, log, text } = createLogSpy();
  const handler = createSubmitEnquiryHandler({
    leads: {
      submitEnquiry: async (enquiry, address) => {
        if (failure) throw failure;
        submitted.push({ enquiry, address });
        return { reference: 'ENQ-7F3K9Q', joined: submitted.length > 1 };
      },
    },
    nudgeWorker: () => void (state.nudges += 1),
    log,
  });
  return { handler, submitted, state, lines, logged: text };
}

describe('submit-enquiry', () => {
  it('keeps an enquiry of anybody, answers its reference, and has the mails sent', async () => {
    const { handler, submitted, state } = setUp();
    const response = await handler(post(body));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ reference: 'ENQ-7F3K9Q' });
    expect(submitted[0]?.enquiry).toEqual({
      ...body,
      institutionName: 'Sona University',
      email: 'asha@sona.edu',
      phone: '+919876543210',
      website: 'https://sona.edu',
    });
    expect(state.nudges).toBe(1);
  });

  it('answers a repeat like the first, so that nobody learns who enquired before', async () => {
    const { handler } = setUp();
    const first = await (await handler(post(body))).json();
    expect(await (await handler(post(body))).json()).toEqual(first);
  });

  it('ignores what only we decide', async () => {
    const { handler, submitted } = setUp();
    await handler(post({ ...body, status: 'converted', reference: 'ENQ-000000', assignedTo: 'me', homepage: '' }));
    expect(Object.keys(submitted[0]?.enquiry ?? {}).toSorted()).toEqual(Object.keys(body).toSorted());
  });

  it('answers a robot like a person, with a reference that nobody has, and writes nothing', async () => {
    const { handler, submitted, state, lines } = setUp();
    const response = await handler(post({ ...body, homepage: 'https://spam.example' }));
    expect(response.status).toBe(200);
    const { reference } = await response.json();
    expect(reference).toMatch(/^ENQ-[0-9A-HJKMNP-TV-Z]{6}$/);
    const { reference: second } = await (await handler(post({ ...body, homepage: ' ' }))).json();
    expect(second).not.toBe(reference);
    expect(submitted).toEqual([]);
    expect(state.nudges).toBe(0);
    expect(lines[0]).toMatchObject({ outcome: 'trapped' });
  });

  it("counts by a hash of the caller's address, and logs neither address nor anything of the form", async () => {
    const { handler, submitted, logged } = setUp();
    await handler(post(body, { 'x-forwarded-for': '203.0.113.7, 10.0.0.1' }));
    await handler(post(body, { 'cf-connecting-ip': '203.0.113.7', 'x-forwarded-for': '198.51.100.1' }));
    await handler(post(body, { 'x-forwarded-for': '203.0.113.8' }));
    const [first, second, third] = submitted.map(({ address }) => address);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(logged()).not.toMatch(/203\.0\.113|sona|Asha|98765|ENQ-/i);
  });

  it('names each field that is wrong', async () => {
    const { handler, submitted } = setUp();
    const wrong = {
      ...body,
      kind: 'club',
      institutionName: '',
      contactName: 'A\nB',
      email: 'nobody',
      phone: '12',
      website: 'javascript:alert(1)',
      state: 'KA',
      expectedStudents: 0,
      message: 'x'.repeat(2001),
      trackIds: Array.from({ length: 51 }, () => 'x'),
      privacyVersion: '',
    };
    expect(await errorOf(await handler(post(wrong)))).toEqual({
      status: 400,
      code: 'invalid_input',
      fields: {
        kind: expect.any(String),
        institutionName: 'missing',
        contactName: 'invalid',
        email: 'invalid',
        phone: 'invalid',
        website: 'invalid',
        state: 'invalid',
        expectedStudents: 'invalid',
        message: 'too_long',
        trackIds: 'too_many',
        privacyVersion: 'missing',
      },
    });
    expect(await errorOf(await handler(post('{')))).toEqual({ status: 400, code: 'invalid_json' });
    expect(await errorOf(await handler(post({ ...body, message: 'x'.repeat(40_000) })))).toEqual({
      status: 413,
      code: 'body_too_large',
    });
    expect(submitted).toEqual([]);
  });

  it('says so when too many were sent, and sends no mail for them', async () => {
    const { handler, state } = setUp(tooManyRequests());
    const response = await handler(post(body));
    expect(response.headers.get('retry-after')).toBe('30');
    expect(await errorOf(response)).toEqual({ status: 429, code: 'too_many_requests' });
    expect(state.nudges).toBe(0);
  });

  it('takes POST only', async () => {
    const { handler } = setUp();
    const response = await handler(new Request('http://functions.test/submit-enquiry'));
    expect(await errorOf(response)).toEqual({ status: 405, code: 'method_not_allowed' });
  });
});
