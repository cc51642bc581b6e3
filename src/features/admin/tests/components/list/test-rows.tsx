import { Anchor, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '~/lib/paths';
import type { TestRow } from '../../schemas';
import { TestStateBadges } from '../test-state-badges';
import { TestMenu } from './test-menu';

const countedTo = 1000;

export function TestRows({ rows }: { rows: TestRow[] }) {
  const { t } = useTranslation('adminTests');
  return (
    <Table.ScrollContainer type="native" minWidth={900} tabIndex={0} role="region" aria-label={t('table.label')}>
      <Table verticalSpacing="xs" highlightOnHover aria-label={t('table.label')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('table.title')}</Table.Th>
            <Table.Th>{t('table.track')}</Table.Th>
            <Table.Th>{t('table.state')}</Table.Th>
            <Table.Th ta="right">{t('table.questions')}</Table.Th>
            <Table.Th ta="right">{t('table.time')}</Table.Th>
            <Table.Th ta="right">{t('table.toPass')}</Table.Th>
            <Table.Th ta="right">{t('table.attempts')}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{t('table.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((test) => (
            <Table.Tr key={test.id}>
              <Table.Th scope="row">
                <Anchor component={Link} to={paths.adminTest(test.id)} fw={650} className="tap">
                  {test.title}
                </Anchor>
              </Table.Th>
              <Table.Td>{test.track_name}</Table.Td>
              <Table.Td>
                <TestStateBadges state={test.state} hasDraft={test.has_draft} />
              </Table.Td>
              <Table.Td ta="right">{test.questions}</Table.Td>
              <Table.Td ta="right">{t('table.minutes', { count: test.duration_minutes })}</Table.Td>
              <Table.Td ta="right">{`${test.passing_score}%`}</Table.Td>
              <Table.Td ta="right">{test.attempts > countedTo ? t('table.manyAttempts') : test.attempts}</Table.Td>
              <Table.Td>
                <TestMenu test={test} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
