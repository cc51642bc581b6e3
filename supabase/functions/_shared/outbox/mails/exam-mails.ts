import type { ExamContext } from './context.ts';
import { formatMoment, formatPercent, formatRupees } from './formats.ts';
import type { MailContent } from './layout.ts';
import { mailTexts } from './texts.ts';

const common = (context: ExamContext) => ({
  name: context.to.name ?? '',
  productName: context.product_name,
  facts: [],
  after: [],
  links: [],
});

export function examScheduled(context: ExamContext, appUrl: string): MailContent {
  const texts = mailTexts.examScheduled;
  return {
    ...common(context),
    subject: texts.subject(context.track_name),
    preview: texts.preview,
    paragraphs: [texts.intro(context.track_name)],
    facts: [
      { label: texts.when, value: formatMoment(context.scheduled_at), strong: true },
      { label: texts.duration, value: texts.minutes(context.exam_minutes) },
      { label: texts.attempt, value: String(context.attempt_no) },
    ],
    after: [texts.ready],
    // The exam's page in the app, not the room itself: the room's address is for signed-in eyes.
    button: { label: texts.button, url: `${appUrl}/exam/${encodeURIComponent(context.track_id)}` },
  };
}

export function examFailed(context: ExamContext, appUrl: string): MailContent {
  const texts = mailTexts.examFailed;
  const facts: MailContent['facts'] = [];
  if (context.score !== null) facts.push({ label: texts.score, value: formatPercent(context.score), strong: true });
  facts.push({ label: texts.needed, value: formatPercent(context.passing_score) });
  const next =
    context.attempts_left > 0
      ? texts.left(context.attempts_left, context.cooldown_until ? formatMoment(context.cooldown_until) : null)
      : texts.none(context.addon_price ? formatRupees(context.addon_price) : null);
  return {
    ...common(context),
    subject: texts.subject(context.track_name),
    preview: texts.preview,
    paragraphs: [texts.intro(context.track_name)],
    facts,
    after: [next, texts.encourage],
    button: { label: texts.button, url: `${appUrl}/dashboard` },
  };
}

export function examReview(context: ExamContext, appUrl: string): MailContent {
  const texts = mailTexts.examReview;
  return {
    ...common(context),
    subject: texts.subject(context.track_name),
    preview: texts.preview,
    paragraphs: [texts.intro(context.track_name), texts.next],
    button: { label: texts.button, url: `${appUrl}/dashboard` },
  };
}
