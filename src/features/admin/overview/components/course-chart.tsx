import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { useMemo } from 'react';
import { type Measure, showMeasure } from '../model/measures';
import type { CourseStep, Overview } from '../schemas';
import classes from './course-panel.module.css';

type Props = { steps: CourseStep[]; measure: Measure; unit: Overview['course']['unit']; name: string };

const short = new Intl.DateTimeFormat('en-IN', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-IN', { month: 'short', year: '2-digit', timeZone: 'UTC' });
const compact = new Intl.NumberFormat('en-IN', { notation: 'compact', maximumFractionDigits: 1 });
const compactRupees = new Intl.NumberFormat('en-IN', {
  notation: 'compact',
  maximumFractionDigits: 1,
  style: 'currency',
  currency: 'INR',
});

/** The table below it says the same in words, so the picture is none to screen readers. */
export default function CourseChart({ steps, measure, unit, name }: Props) {
  const data = useMemo(
    () =>
      steps.map((step) => ({
        label: (unit === 'month' ? month : short).format(new Date(step.day)),
        [name]: step[measure],
      })),
    [steps, measure, unit, name],
  );
  return (
    <div aria-hidden="true" className={classes.chart}>
      <BarChart
        h={260}
        data={data}
        dataKey="label"
        series={[{ name, color: 'var(--brand)' }]}
        valueFormatter={(value) => showMeasure(measure, value)}
        yAxisProps={{
          width: 64,
          allowDecimals: false,
          tickFormatter: (value: number) =>
            measure === 'revenue' ? compactRupees.format(value / 100) : compact.format(value),
        }}
        barProps={{ isAnimationActive: false, radius: [3, 3, 0, 0] }}
        barChartProps={{ accessibilityLayer: false }}
      />
    </div>
  );
}
