import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '~/testing/render';
import { ReviewedAnswer } from './reviewed-answer';

const hostile = '<img src=x onerror="globalThis.ran=true"><script>globalThis.ran=true</script>';

it('shows what authors and learners wrote as text, whatever it looks like', () => {
  const shared = {
    id: '00000000-0000-4000-8000-000000000001',
    prompt: hostile,
    points: 1,
    module_id: null,
    is_correct: false,
    points_awarded: 0,
    explanation: hostile,
  };
  const { container } = renderApp(
    <>
      <ReviewedAnswer
        number={1}
        question={{ ...shared, kind: 'single', options: [{ id: 'a', text: hostile }], selected: ['a'], correct: ['a'] }}
      />
      <ReviewedAnswer
        number={2}
        question={{ ...shared, kind: 'short_answer', options: [], selected: [hostile], correct: [hostile] }}
      />
    </>,
  );
  expect(screen.getAllByRole('heading', { name: hostile })).toHaveLength(2);
  expect(screen.getAllByText(hostile, { exact: false }).length).toBeGreaterThanOrEqual(7);
  expect(container.querySelectorAll('img, script')).toHaveLength(0);
  expect('ran' in globalThis).toBe(false);
});
