import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { renderApp } from '~/testing/render';
import { enquiryDraft } from '../../model/enquiry-draft';
import { emptyEnquiry } from '../../model/enquiry-form';
import EnquiryPage from './enquiry-page';

/** A form of this size takes jsdom a while. */
const soon = { timeout: 4_000 };
const at = '/register/institution?kind=university';
const tracks = [{ id: 'trial', name: 'Trial track', tagline: 'Try it' }];
const refusal = (status: number, code: string, fields?: Record<string, string>) =>
  Response.json({ error: { code, message: 'No.', requestId: 'r1', fields } }, { status });

/** Plays the server; answers what was sent to the function. */
function serve(answer: () => Response = () => Response.json({ reference: 'ENQ-7F3K9Q' })) {
  const sent: { body: Record<string, unknown>; headers: Headers }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    if (String(input).endsWith('/functions/v1/submit-enquiry')) {
      sent.push({
        body: JSON.parse(typeof init?.body === 'string' ? init.body : '{}'),
        headers: new Headers(init?.headers),
      });
      return Promise.resolve(answer());
    }
    return Promise.resolve(Response.json(tracks.map((track) => ({ ...trackDefaults, ...track }))));
  });
  return sent;
}

const trackDefaults = {
  description: '',
  color: '#000000',
  icon: 'school',
  duration_hours: 1,
  price: 0,
  addon_price: 0,
  renewal_price: 0,
  passing_score: 70,
  target_audience: [],
  prerequisites: [],
  competencies: [],
  validity_months: 12,
  access_months: 12,
  attempts_included: 1,
  exam_minutes: 60,
  cooldown_hours: 24,
};

type User = ReturnType<typeof renderApp>['user'];
const field = (name: RegExp) => screen.getByRole('textbox', { name });
const send = (user: User) => user.click(screen.getByRole('button', { name: 'Send enquiry' }));

async function fill(user: User, name: RegExp, value: string) {
  await user.click(field(name));
  await user.paste(value);
}

/** Somebody who has typed all that is needed before, in this tab. */
function open() {
  enquiryDraft.keep({
    ...emptyEnquiry,
    institutionName: 'Sample University',
    contactName: 'Meera Nair',
    email: 'meera@sample.example',
    phone: '98765 43210',
  });
  return renderApp(<EnquiryPage />, { at, path: '/register/institution' });
}

async function agreeAndSend(user: User) {
  await user.click(screen.getByRole('checkbox', { name: /privacy notice/ }));
  await send(user);
}

beforeEach(() => {
  sessionStorage.clear();
});

it('sends an enquiry without a session and shows its reference', async () => {
  const sent = serve();
  const { user, address } = open();
  expect(screen.getByRole('heading', { level: 1, name: 'Bring AI Ready to your university' })).toBeVisible();
  await user.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'Karnataka');
  await fill(user, /^Expected students/, '1,200');
  await user.click(await screen.findByRole('checkbox', { name: /Trial track/ }, soon));
  await agreeAndSend(user);
  await waitFor(() => expect(address()).toBe('/register/thank-you?reference=ENQ-7F3K9Q'), soon);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.headers.has('authorization')).toBe(false);
  expect(sent[0]?.body).toMatchObject({
    kind: 'university',
    institutionName: 'Sample University',
    state: '29',
    expectedStudents: 1200,
    trackIds: ['trial'],
    homepage: '',
  });
});

it('names what is missing, each with a link to its field, and sends nothing', async () => {
  const sent = serve();
  const { user } = renderApp(<EnquiryPage />, { at: '/register/institution', path: '/register/institution' });
  await send(user);
  const summary = screen.getByRole('alert');
  expect(summary).toHaveFocus();
  expect(within(summary).getAllByRole('link')).toHaveLength(6);
  await user.click(within(summary).getByRole('link', { name: 'Choose the kind of institution.' }));
  expect(screen.getByRole('radio', { name: 'University' })).toHaveFocus();
  expect(sent).toEqual([]);
});

it('changes its words and its address with the kind that is chosen', async () => {
  serve();
  const { user, address } = renderApp(<EnquiryPage />, { at, path: '/register/institution' });
  await user.click(screen.getByRole('radio', { name: 'School' }));
  expect(screen.getByRole('heading', { level: 1, name: 'Bring AI Ready to your school' })).toBeVisible();
  expect(address()).toBe('/register/institution?kind=school');
});

it('brings what the function finds wrong to the field, and keeps what was typed', async () => {
  serve(() => refusal(400, 'invalid_input', { email: 'invalid' }));
  const { user } = open();
  await agreeAndSend(user);
  expect(await screen.findByRole('link', { name: /^Enter an e-mail address/ }, soon)).toBeVisible();
  expect(field(/^E-mail/)).toBeInvalid();
  expect(field(/^E-mail/)).toHaveValue('meera@sample.example');
});

it.each([
  [429, 'too_many_requests', /this one was not sent/],
  [503, 'unavailable', /try again in a minute/],
])('says what to do when it is refused with %i', async (status, code, sentence) => {
  serve(() => refusal(status, code));
  const { user } = open();
  await agreeAndSend(user);
  expect(await screen.findByRole('alert', {}, soon)).toHaveTextContent(sentence);
  expect(field(/^Full name/)).toHaveValue('Meera Nair');
});

it('has everything but the consent after a reload, and nothing once it was sent', async () => {
  serve();
  const first = renderApp(<EnquiryPage />, { at, path: '/register/institution' });
  await fill(first.user, /^Name of the institution/, 'Sample School');
  await first.user.click(screen.getByRole('checkbox', { name: /privacy notice/ }));
  first.unmount();

  const second = renderApp(<EnquiryPage />, { at, path: '/register/institution' });
  expect(field(/^Name of the institution/)).toHaveValue('Sample School');
  expect(screen.getByRole('checkbox', { name: /privacy notice/ })).not.toBeChecked();
  second.unmount();

  const third = open();
  await agreeAndSend(third.user);
  await waitFor(() => expect(third.address()).toContain('/register/thank-you'), soon);
  third.unmount();

  renderApp(<EnquiryPage />, { at, path: '/register/institution' });
  expect(field(/^Name of the institution/)).toHaveValue('');
});

it('keeps the trap for programs from people: no name, no stop for the keyboard', () => {
  serve();
  const { container } = renderApp(<EnquiryPage />, { at, path: '/register/institution' });
  const trap = container.querySelector('input[name="homepage"]');
  expect(trap).toHaveAttribute('tabindex', '-1');
  expect(screen.getAllByRole('textbox')).not.toContain(trap);
});
