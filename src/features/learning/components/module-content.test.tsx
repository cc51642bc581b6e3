import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderApp } from '~/testing/render';
import type { LearningModule } from '../api/get-module';
import { ModuleContent } from './module-content';

const module: LearningModule = {
  id: 'm1',
  title: 'What AI is',
  description: '',
  body: '## In Markdown',
  content: null,
  duration_minutes: 30,
  difficulty: 'beginner',
  topics: [],
  video_path: null,
  video_seconds: null,
  pdf_path: null,
};
const open = (changes: Partial<LearningModule>) => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json([])));
  return renderApp(<ModuleContent module={{ ...module, ...changes }} enrolmentId="e1" trackId="t1" />);
};
const lesson = {
  type: 'doc',
  content: [{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'A document' }] }],
};

describe('a lesson', () => {
  it('in Markdown is shown as before', async () => {
    open({});
    expect(await screen.findByRole('heading', { name: 'In Markdown' }, { timeout: 10_000 })).toBeInTheDocument();
  }, 20_000);

  it('that is a document is shown instead', async () => {
    open({ content: lesson });
    expect(
      await screen.findByRole('heading', { level: 3, name: 'A document' }, { timeout: 10_000 }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'In Markdown' })).toBeNull();
  }, 20_000);

  it('has a video from the web at its own address', async () => {
    open({ video_path: 'https://videos.example/a.mp4' });
    const video = await screen.findByLabelText(/What AI is/, { selector: 'video' }, { timeout: 10_000 });
    expect(video).toHaveAttribute('src', 'https://videos.example/a.mp4');
    expect(video).not.toHaveAttribute('crossorigin');
  }, 20_000);
});
