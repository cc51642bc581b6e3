import { Alert, Table } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '~/components/status-badge';
import type { SeatPlan as Plan } from '../model/seats-needed';
import classes from './seat-plan.module.css';

/** For each track: seats needed and left, and whom that leaves out. */
export function SeatPlan({ plan }: { plan: Plan[] }) {
  const { t } = useTranslation('institution');
  const short = plan.filter(({ refused }) => refused > 0);
  return (
    <div className={classes.box}>
      <Table.ScrollContainer
        type="native"
        minWidth={0}
        tabIndex={0}
        role="region"
        aria-label={t('import.checked.seatsTitle')}
      >
        <Table verticalSpacing="xs" className={classes.table} aria-label={t('import.checked.seatsTitle')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('import.seats.track')}</Table.Th>
              <Table.Th ta="right">{t('import.seats.needed')}</Table.Th>
              <Table.Th ta="right">{t('import.seats.left')}</Table.Th>
              <Table.Th>{t('import.seats.outcome')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.map((track) => (
              <Table.Tr key={track.track_id}>
                <Table.Td>{track.track_name}</Table.Td>
                <Table.Td ta="right">{t('import.numbers.figure', { count: track.needed })}</Table.Td>
                <Table.Td ta="right">{t('import.numbers.figure', { count: track.left })}</Table.Td>
                <Table.Td>
                  <StatusBadge
                    tone={track.refused > 0 ? 'warning' : 'good'}
                    label={
                      track.refused > 0 ? t('import.seats.short', { count: track.refused }) : t('import.seats.enough')
                    }
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {short.length > 0 && (
        <Alert color="accent" icon={<IconAlertTriangle aria-hidden="true" />} title={t('import.seats.warningTitle')}>
          {short.map((track) => (
            <p key={track.track_id}>
              {t(track.enrolled === 0 ? 'import.seats.warningNone' : 'import.seats.warning', {
                track: track.track_name,
                needed: track.needed,
                left: track.left,
                enrolled: track.enrolled,
                refused: track.refused,
              })}
            </p>
          ))}
        </Alert>
      )}
    </div>
  );
}
