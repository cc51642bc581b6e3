import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderApp } from '~/testing/render';
import { eligibilitySchema, type ExamStatus, type IneligibleReason } from '../schemas';
import { ExamPanel } from './exam-panel';

const track = { id: 'track', name: 'Track', addon_price: 150_000 };

function show(reasons: IneligibleReason[], open: { status: ExamStatus; session_url: string | null } | null = null) {
  const eligibility = eligibilitySchema.parse({
    eligible: reasons.length === 0,
    reasons,
    modules_completed: 3,
    modules_total: 9,
    identity_status: 'pending',
    attempts_total: 2,
    attempts_used: 1,
    attempts_left: 1,
    cooldown_until: '2031-05-01T10:00:00+00:00',
    open_session: open && { id: crypto.randomUUID(), scheduled_at: '2031-05-01T10:00:00+00:00', ...open },
  });
  return renderApp(<ExamPanel track={track} eligibility={eligibility} certificate={<p>The certificate</p>} />);
}

describe('the exam', () => {
  it('names each open condition with the way to meet it', () => {
    show(['modules_incomplete', 'mock_test_not_passed', 'identity_missing', 'cooldown']);
    expect(screen.getByRole('link', { name: 'Go to the modules' })).toHaveAttribute(
      'href',
      '/dashboard?track=track#modules',
    );
    expect(screen.getByRole('link', { name: 'Go to the mock tests' })).toHaveAttribute(
      'href',
      '/dashboard?track=track#mock-tests',
    );
    expect(screen.getByRole('link', { name: 'Hand one in' })).toHaveAttribute('href', '/exam/track#identity');
    expect(screen.getByText(/You can book again from 1 May 2031/)).toBeVisible();
  });

  it('offers one more attempt when none is left', () => {
    show(['attempts_exhausted']);
    expect(screen.getByRole('link', { name: 'Buy one more attempt (₹1,500 + GST)' })).toHaveAttribute(
      'href',
      '/checkout/addon?track=track',
    );
  });

  it('says that the room is on its way while the proctor has not answered', () => {
    show(['exam_pending'], { status: 'scheduled', session_url: null });
    expect(screen.getByText(/Your booking is safe/)).toBeVisible();
    expect(screen.queryByRole('link', { name: /exam room/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Cancel the exam' })).toBeVisible();
  });

  it('opens the room, but no address that is not a room', () => {
    const first = show(['exam_pending'], { status: 'ready', session_url: 'https://proctor.example/room' });
    expect(screen.getByRole('link', { name: 'Enter the exam room' })).toHaveAttribute(
      'href',
      'https://proctor.example/room',
    );
    first.unmount();
    show(['exam_pending'], { status: 'ready', session_url: 'javascript:alert(1)' });
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('explains a review and offers no cancelling any more', () => {
    show(['exam_pending'], { status: 'review', session_url: 'https://proctor.example/room' });
    expect(screen.getByRole('heading', { name: 'Your exam is being reviewed' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Cancel the exam' })).toBeNull();
  });

  it('shows the certificate once passed', () => {
    show(['already_certified']);
    expect(screen.getByText('The certificate')).toBeVisible();
  });

  it('refuses a time that is too soon without asking the server', async () => {
    const fetching = vi.spyOn(globalThis, 'fetch');
    const { user } = show([]);
    const field = screen.getByLabelText('Date and time');
    await user.clear(field);
    await user.click(screen.getByRole('button', { name: 'Book this time' }));
    expect(screen.getByText('Choose a date and a time.')).toBeVisible();
    expect(fetching).not.toHaveBeenCalled();
  });

  it('starts now by the clock of the server, whatever this device says', async () => {
    const bodies: unknown[] = [];
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      const request = new Request(input, init);
      if (request.url.endsWith('/functions/v1/schedule-exam')) bodies.push(await request.json());
      return Response.json({ error: { code: 'cooldown', message: 'Wait.' } }, { status: 409 });
    });
    const { user } = show([]);
    await user.click(screen.getByRole('button', { name: 'Start now' }));
    expect(await screen.findByText('The waiting time after your last attempt is not over yet.')).toBeVisible();
    expect(bodies).toEqual([{ trackId: 'track' }]);
  });
});
