import { Badge, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SortHeader } from '~/components/sort-header';
import type { ItemSort } from '../../model/sort-items';
import type { Item } from '../../schemas';
import { FigureBar } from './figure-bar';

type Props = {
  items: Item[];
  sort: ItemSort | null;
  descending: boolean;
  onSort: (by: ItemSort) => void;
  onOpen: (id: string) => void;
};

export function ItemTable({ items, sort, descending, onSort, onOpen }: Props) {
  const { t } = useTranslation('adminTests');
  const header = (by: ItemSort, numbers = false) => (
    <SortHeader
      label={t(`analysis.${by}`)}
      sorted={sort === by ? (descending ? 'descending' : 'ascending') : null}
      onSort={() => onSort(by)}
      numbers={numbers}
    />
  );
  return (
    <Table.ScrollContainer type="native" minWidth={960} tabIndex={0} role="region" aria-label={t('analysis.table')}>
      <Table verticalSpacing="xs" highlightOnHover aria-label={t('analysis.table')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('analysis.question')}</Table.Th>
            {header('attempts', true)}
            {header('omitted', true)}
            {header('facility')}
            {header('correlation')}
            {header('index', true)}
            {header('seconds', true)}
            <Table.Th>{t('analysis.remarks')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <ItemRow key={item.id} item={item} onOpen={onOpen} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function ItemRow({ item, onOpen }: { item: Item; onOpen: (id: string) => void }) {
  const { t } = useTranslation('adminTests');
  const { facility, correlation, index, seconds } = item;
  return (
    <Table.Tr>
      <Table.Th scope="row" maw="22rem">
        <UnstyledButton
          ta="start"
          fw={600}
          aria-label={t('analysis.open', { prompt: item.prompt })}
          onClick={() => onOpen(item.id)}
        >
          <Text inherit lineClamp={2} td="underline" style={{ overflowWrap: 'anywhere' }}>
            {item.prompt}
          </Text>
        </UnstyledButton>
        <Text size="sm" c="dimmed">
          {`${t(`kind.${item.kind}`)} · ${t(item.current ? 'analysis.version' : 'analysis.former', { version: item.version })}`}
        </Text>
      </Table.Th>
      <Table.Td ta="right">{item.attempts}</Table.Td>
      <Table.Td ta="right">{item.omitted}</Table.Td>
      <Table.Td>
        <FigureBar
          text={t('analysis.percent', { value: facility })}
          share={facility === null ? null : facility / 100}
          low={item.flags.includes('too_hard')}
        />
      </Table.Td>
      <Table.Td>
        <FigureBar
          text={correlation?.toFixed(2) ?? ''}
          share={correlation}
          low={item.flags.includes('low_discrimination')}
        />
      </Table.Td>
      <Table.Td ta="right">{index?.toFixed(2) ?? t('analysis.unknown')}</Table.Td>
      <Table.Td ta="right">{seconds === null ? t('analysis.unknown') : t('analysis.inSeconds', { seconds })}</Table.Td>
      <Table.Td>
        <Flags item={item} />
      </Table.Td>
    </Table.Tr>
  );
}

function Flags({ item }: { item: Item }) {
  const { t } = useTranslation('adminTests');
  return (
    <Group gap={4}>
      {item.flags.map((flag) => (
        <Badge key={flag} variant="light" color={flag === 'too_few' ? 'gray' : 'accent'} tt="none" size="lg">
          {t(`analysis.flag.${flag}`)}
        </Badge>
      ))}
    </Group>
  );
}
