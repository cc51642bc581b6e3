import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { TrackDetail } from '~/entities/track/get-track';
import { renderApp } from '~/testing/render';
import { TrackView } from './track-view';

const track: TrackDetail = {
  id: 'ai-foundations',
  name: 'AI Foundations',
  tagline: 'Begin here',
  description: 'In plain words.',
  color: 'indigo',
  icon: 'bulb',
  duration_hours: 20,
  price: 499_900,
  addon_price: 99_900,
  renewal_price: 149_900,
  passing_score: 70,
  target_audience: [],
  prerequisites: [],
  competencies: [],
  validity_months: 24,
  access_months: 12,
  attempts_included: 2,
  exam_minutes: 60,
  cooldown_hours: 0,
  content: null,
  modules: [],
};

it('a description in plain words is shown as it is', () => {
  renderApp(<TrackView track={track} />);
  expect(screen.getByText('In plain words.')).toBeInTheDocument();
});

it('a description that is a document is shown with its headings and links', async () => {
  const link = { type: 'link', attrs: { href: 'https://example.com' } };
  const content = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'What you learn' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Read on', marks: [link] }] },
    ],
  };
  renderApp(<TrackView track={{ ...track, content }} />);
  expect(await screen.findByRole('heading', { level: 3, name: 'What you learn' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Read on' })).toHaveAttribute('href', 'https://example.com');
  expect(screen.queryByText('In plain words.')).toBeNull();
});
