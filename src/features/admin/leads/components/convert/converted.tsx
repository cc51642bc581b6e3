import { Button, Group, List, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconCircleCheck, IconMailForward, IconSchool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import { formatDate } from '~/lib/format/dates';
import { formatPaise } from '~/lib/format/money';
import type { Contract } from '../../model/contract';

/** What was made, and what happens next without anybody's doing. */
export function Converted({ contract, onClose }: { contract: Contract; onClose: () => void }) {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation('common');
  const tracks = useQuery(tracksQueryOptions()).data ?? [];
  const { institution, seats, manager } = contract;
  const mark = (Icon: typeof IconSchool) => (
    <ThemeIcon size={36} radius="md" variant="light" color="green">
      <Icon size={20} aria-hidden="true" />
    </ThemeIcon>
  );
  return (
    <Stack>
      <List spacing="md" center={false} listStyleType="none">
        <List.Item icon={mark(IconCircleCheck)}>
          <Text fw={650}>{institution.name}</Text>
          <Text c="dimmed">{t('converted.institution')}</Text>
        </List.Item>
        <List.Item icon={mark(IconSchool)}>
          {seats.map((block) => (
            <Text key={`${block.track_id}:${block.price}:${block.valid_until}`}>
              {t('converted.seats', {
                count: block.seats,
                seats: block.seats.toLocaleString('en-IN'),
                track: tracks.find(({ id }) => id === block.track_id)?.name ?? block.track_id,
                price: formatPaise(block.price),
                date: formatDate(block.valid_until, 'UTC'),
              })}
            </Text>
          ))}
        </List.Item>
        <List.Item icon={mark(IconMailForward)}>
          <Text>{t('converted.invitation', { name: manager.full_name, email: manager.email })}</Text>
          <Text c="dimmed">{t('converted.invitationHint')}</Text>
        </List.Item>
      </List>
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          {common('close')}
        </Button>
      </Group>
    </Stack>
  );
}
