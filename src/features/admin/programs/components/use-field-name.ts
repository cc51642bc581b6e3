import { useTranslation } from 'react-i18next';

const fields = [
  'name',
  'tagline',
  'content',
  'color',
  'icon',
  'duration_hours',
  'price',
  'addon_price',
  'renewal_price',
  'passing_score',
  'target_audience',
  'prerequisites',
  'competencies',
  'validity_months',
  'access_months',
  'attempts_included',
  'exam_minutes',
  'cooldown_hours',
  'modules',
  'title',
  'description',
  'duration_minutes',
  'difficulty',
  'topics',
  'video_path',
  'video_seconds',
  'pdf_path',
] as const;

/** A field of the database as its label says it. */
export function useFieldName() {
  const { t } = useTranslation('programs');
  return (name: string) => {
    const known = fields.find((each) => each === name);
    return known === undefined ? name : t(`field.${known}`);
  };
}
