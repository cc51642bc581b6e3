import { Alert, Table, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Panel } from '~/components/panel';
import { Price } from '~/components/price';
import type { SettingKey } from '../model/setting-fields';
import { priceWithTax, type Tax } from '../model/tax-preview';
import classes from './settings.module.css';

type Value = Readonly<Record<string, unknown>>;
type Props = { settingKey: SettingKey; before: Value; /** Null while a field is wrong. */ after: Value | null };

/** What a change means where it matters: the price a buyer pays, the head of an invoice, the notice on every page. */
export function SettingPreview({ settingKey, before, after }: Props) {
  const { t } = useTranslation('adminSettings');
  if (settingKey !== 'tax' && settingKey !== 'company' && settingKey !== 'maintenance') return null;
  return (
    <Panel title={t('preview.title')}>
      {after === null ? (
        <Text c="dimmed">{t('preview.wrong')}</Text>
      ) : settingKey === 'tax' ? (
        <TaxPreview before={before} after={after} />
      ) : settingKey === 'company' ? (
        <InvoiceHead company={after} />
      ) : (
        <NoticePreview notice={after} />
      )}
    </Panel>
  );
}

const samplePrice = 499_900;
const taxOf = (value: Value): Tax => ({
  ratePercent: z.number().catch(18).parse(value.rate_percent),
  inclusive: value.inclusive === true,
});

function TaxPreview({ before, after }: { before: Value; after: Value }) {
  const { t } = useTranslation('adminSettings');
  const now = priceWithTax(samplePrice, taxOf(before));
  const then = priceWithTax(samplePrice, taxOf(after));
  const rows = ['taxable', 'tax', 'total'] as const;
  return (
    <>
      <Text mb="sm">{t('preview.tax')}</Text>
      <Table aria-label={t('preview.taxTable')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th ta="right">{t('preview.now')}</Table.Th>
            <Table.Th ta="right">{t('preview.then')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row}>
              <Table.Th scope="row">{t(`preview.${row}`)}</Table.Th>
              <Table.Td ta="right">
                <Price paise={now[row]} exact />
              </Table.Td>
              <Table.Td ta="right">
                <Price paise={then[row]} exact fw={row === 'total' ? 650 : undefined} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function InvoiceHead({ company }: { company: Value }) {
  const { t } = useTranslation('adminSettings');
  const gstin = textOf(company.gstin);
  return (
    <>
      <Text mb="sm" c="dimmed">
        {t('preview.company')}
      </Text>
      <div className={classes.paper}>
        <Text fw={700}>{textOf(company.name)}</Text>
        <Text className={classes.lines}>{textOf(company.address)}</Text>
        <Text>{t('preview.state', { state: textOf(company.state), code: textOf(company.state_code) })}</Text>
        {gstin === '' ? <Text fs="italic">{t('preview.noGstin')}</Text> : <Text>{t('preview.gstin', { gstin })}</Text>}
        <Text>{textOf(company.email)}</Text>
      </div>
    </>
  );
}

function NoticePreview({ notice }: { notice: Value }) {
  const { t } = useTranslation('adminSettings');
  if (notice.active !== true) return <Text c="dimmed">{t('preview.noNotice')}</Text>;
  return (
    <Alert color={notice.level === 'warning' ? 'accent' : 'brand'} icon={<IconInfoCircle aria-hidden="true" />}>
      <span className={classes.lines}>{textOf(notice.message)}</span>
    </Alert>
  );
}
