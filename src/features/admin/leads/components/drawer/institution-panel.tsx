import { Anchor, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { Price } from '~/components/price';
import { StatusBadge } from '~/components/status-badge';
import { formatDate } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { institutionQueryOptions } from '../../api/get-institution';
import { useLeadRights } from '../use-lead-rights';
import classes from './drawer.module.css';
import { Section } from '~/components/section';

/** The institution that the lead became: what it bought, and whether its manager has come in. */
export function InstitutionPanel({ institutionId }: { institutionId: string }) {
  const { t } = useTranslation('leads');
  const { maySeeInstitution } = useLeadRights();
  const institution = useQuery({ ...institutionQueryOptions(institutionId), enabled: maySeeInstitution });
  if (!maySeeInstitution) return null;
  return (
    <Section
      title={t('institution.title')}
      action={
        <Anchor component={Link} to={paths.adminInstitution(institutionId)} className="tap">
          {t('institution.open')}
        </Anchor>
      }
    >
      <DataState query={institution}>
        {({ seats, managers, invitations }) => (
          <>
            <Table.ScrollContainer
              type="native"
              minWidth={420}
              tabIndex={0}
              role="region"
              aria-label={t('institution.seats')}
            >
              <Table verticalSpacing="xs" aria-label={t('institution.seats')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('convert.track')}</Table.Th>
                    <Table.Th ta="right">{t('institution.used')}</Table.Th>
                    <Table.Th ta="right">{t('convert.price')}</Table.Th>
                    <Table.Th>{t('convert.validUntil')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {seats.map((block) => (
                    <Table.Tr key={block.id}>
                      <Table.Td>{block.track_name}</Table.Td>
                      <Table.Td ta="right">
                        {t('institution.usedOf', { used: block.used ?? 0, seats: block.seats })}
                      </Table.Td>
                      <Table.Td ta="right">
                        <Price paise={block.price} />
                      </Table.Td>
                      <Table.Td>{formatDate(block.valid_until, 'UTC')}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            <ul className={classes.team} aria-label={t('institution.managers')}>
              {managers.map((person) => (
                <li key={person.user_id}>
                  <Person {...person} />
                  <StatusBadge tone="good" label={t('institution.manages')} />
                </li>
              ))}
              {invitations.map((person) => (
                <li key={person.id}>
                  <Person {...person} />
                  <StatusBadge
                    tone="waiting"
                    label={
                      person.sent_at === null
                        ? t('institution.invitationLeaving')
                        : t('institution.invited', { date: formatDate(person.sent_at) })
                    }
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </DataState>
    </Section>
  );
}

function Person({ full_name, email }: { full_name: string; email: string }) {
  return (
    <div>
      <Text fw={650}>{full_name}</Text>
      <Text size="sm" c="dimmed">
        {email}
      </Text>
    </div>
  );
}
