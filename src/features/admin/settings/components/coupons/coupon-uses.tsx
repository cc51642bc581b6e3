import { Anchor, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { NewerOlder } from '~/components/newer-older';
import { Price } from '~/components/price';
import { Section } from '~/components/section';
import { useAccess } from '~/entities/permissions/access';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { couponUsesQueryOptions } from '../../api/list-coupon-uses';
import type { UseCursor } from '../../schemas';

/** Paid uses, newest first. Who it was is shown to who may see payments. */
export function CouponUses({ couponId }: { couponId: string }) {
  const { t } = useTranslation('adminSettings');
  const mayOpenPeople = useAccess().data?.permissions.includes('users.read') ?? false;
  // The way here: the cursor of each page that was turned over, the first page being null.
  const [way, setWay] = useState<(UseCursor | null)[]>([null]);
  const uses = useQuery(couponUsesQueryOptions(couponId, way.at(-1) ?? null));
  return (
    <Section title={t('coupon.usesTitle')}>
      <DataState
        query={uses}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<Text c="dimmed">{t('coupon.noUses')}</Text>}
      >
        {({ people, rows, next }) => (
          <div aria-busy={uses.isPlaceholderData}>
            {!people && (
              <Text size="sm" c="dimmed" mb="xs">
                {t('coupon.noPeople')}
              </Text>
            )}
            <Table.ScrollContainer
              type="native"
              minWidth={420}
              tabIndex={0}
              role="region"
              aria-label={t('coupon.usesTable')}
            >
              <Table aria-label={t('coupon.usesTable')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('coupon.when')}</Table.Th>
                    {people && <Table.Th>{t('coupon.who')}</Table.Th>}
                    <Table.Th>{t('coupon.field.track_id')}</Table.Th>
                    <Table.Th ta="right">{t('coupon.discount')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((use) => (
                    <Table.Tr key={use.id}>
                      <Table.Td>{formatDateTime(use.at)}</Table.Td>
                      {people && (
                        <Table.Td>
                          {mayOpenPeople && use.user_id !== null ? (
                            <Anchor component={Link} to={paths.adminUser(use.user_id)}>
                              {use.full_name || use.email}
                            </Anchor>
                          ) : (
                            use.full_name || use.email
                          )}
                        </Table.Td>
                      )}
                      <Table.Td>{use.track_name}</Table.Td>
                      <Table.Td ta="right">
                        <Price paise={use.discount} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            <NewerOlder
              page={way.length - 1}
              hasMore={next !== null}
              busy={uses.isPlaceholderData}
              onPage={(page) => setWay(page < way.length ? way.slice(0, page + 1) : [...way, next])}
            />
          </div>
        )}
      </DataState>
    </Section>
  );
}
