import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '~/components/empty-state';
import { Facts } from '~/components/facts';
import { Price } from '~/components/price';
import { StatusBadge } from '~/components/status-badge';
import { formatDate } from '~/lib/format/dates';
import type { InstitutionDetail, SeatBlock } from '../../schemas';
import { AddSeatsDialog, ChangeSeatsDialog } from '../acts/seat-dialogs';
import { useInstitutionRights } from '../use-institution-rights';
import classes from './drawer.module.css';

export function SeatsTab({ institution }: { institution: InstitutionDetail }) {
  const { t } = useTranslation('adminInstitutions');
  const { mayManage } = useInstitutionRights();
  const [adding, setAdding] = useState(false);
  return (
    <Stack gap="md">
      {mayManage && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => setAdding(true)}
          >
            {t('addSeats.open')}
          </Button>
        </div>
      )}
      {institution.blocks.length === 0 ? (
        <EmptyState title={t('blocks.empty')} />
      ) : (
        <ul className={classes.entries} aria-label={t('tab.seats')}>
          {institution.blocks.map((block) => (
            <Block key={block.id} block={block} editable={mayManage} />
          ))}
        </ul>
      )}
      {adding && <AddSeatsDialog institution={institution} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function Block({ block, editable }: { block: SeatBlock; editable: boolean }) {
  const { t } = useTranslation('adminInstitutions');
  const [changing, setChanging] = useState(false);
  const full = block.used >= block.seats;
  const standing = !block.valid ? 'over' : full ? 'full' : 'open';
  return (
    <li className={classes.entry}>
      <div className={classes.entryHead}>
        <p className={classes.entryTitle}>{block.track_name}</p>
        <StatusBadge
          tone={standing === 'open' ? 'good' : standing === 'full' ? 'warning' : 'neutral'}
          label={t(`blocks.${standing}`)}
        />
      </div>
      <Facts
        facts={[
          { name: t('blocks.used'), value: t('blocks.usedOf', { used: block.used, seats: block.seats }) },
          { name: t('blocks.price'), value: <Price paise={block.price} /> },
          { name: t('blocks.until'), value: formatDate(block.valid_until, 'UTC') },
        ]}
      />
      {editable && (
        <div className={classes.acts}>
          <Button
            size="sm"
            variant="default"
            aria-label={t('changeSeats.openFor', { track: block.track_name })}
            onClick={() => setChanging(true)}
          >
            {t('changeSeats.open')}
          </Button>
        </div>
      )}
      {changing && <ChangeSeatsDialog block={block} onClose={() => setChanging(false)} />}
    </li>
  );
}
