import '@mantine/core/styles/SegmentedControl.layer.css';
import '@mantine/core/styles/FloatingIndicator.layer.css';
import { SegmentedControl, Skeleton, Table, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import { formatDate } from '~/lib/format/dates';
import { type Measure, measures, showMeasure } from '../model/measures';
import type { CourseStep, Overview } from '../schemas';
import classes from './course-panel.module.css';

const CourseChart = lazy(() => import('./course-chart'));

/** One figure over the steps of the period, as a picture and as a table of the same numbers. */
export function CoursePanel({ course: { unit, steps } }: { course: Overview['course'] }) {
  const { t } = useTranslation('adminOverview');
  const [measure, setMeasure] = useState<Measure>('revenue');
  return (
    <Panel title={t('course.title')} note={t(`course.${unit}`)}>
      <div className={classes.measures}>
        <SegmentedControl
          aria-label={t('course.figure')}
          data={measures.map((each) => ({ value: each, label: t(`course.columns.${each}`) }))}
          value={measure}
          onChange={(value) => setMeasure(measures.find((each) => each === value) ?? 'revenue')}
        />
      </div>
      {steps.some((step) => step[measure] !== 0) ? (
        <Suspense fallback={<Skeleton height={260} />}>
          <CourseChart steps={steps} measure={measure} unit={unit} name={t(`course.columns.${measure}`)} />
        </Suspense>
      ) : (
        <Text c="dimmed">{t('course.none')}</Text>
      )}
      <details className={classes.details}>
        <summary>{t('course.asTable')}</summary>
        <CourseTable steps={steps} />
      </details>
    </Panel>
  );
}

function CourseTable({ steps }: { steps: CourseStep[] }) {
  const { t } = useTranslation('adminOverview');
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={480}
      maxHeight={384}
      tabIndex={0}
      role="region"
      aria-label={t('course.title')}
    >
      <Table aria-label={t('course.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('course.columns.day')}</Table.Th>
            {measures.map((measure) => (
              <Table.Th key={measure} ta="right">
                {t(`course.columns.${measure}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {steps.map((step) => (
            <Table.Tr key={step.day}>
              <Table.Th scope="row">{formatDate(step.day, 'UTC')}</Table.Th>
              {measures.map((measure) => (
                <Table.Td key={measure} ta="right">
                  {showMeasure(measure, step[measure])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
