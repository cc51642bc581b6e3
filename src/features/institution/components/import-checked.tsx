import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import type { Import } from '../api/get-import';
import { planSeats } from '../model/seats-needed';
import { ConfirmImport } from './confirm-import';
import { FaultyRows } from './faulty-rows';
import { FileFacts } from './file-facts';
import classes from './import-checked.module.css';
import { ImportNumbers } from './import-numbers';
import { SeatPlan } from './seat-plan';

/** What the check found, and the way on. */
export function ImportChecked({ item }: { item: Import }) {
  const { t } = useTranslation('institution');
  const plan = planSeats(item.seats_needed);
  return (
    <>
      <Panel title={t('import.checked.title')}>
        <div className={classes.parts}>
          <Alert icon={<IconInfoCircle aria-hidden="true" />} title={t('import.checked.nothingYet')}>
            {t('import.checked.nothingYetBody')}
          </Alert>
          <ImportNumbers
            numbers={[
              { name: 'rows', count: item.rows_total },
              { name: 'ready', count: item.rows_valid, tone: 'good' },
              { name: 'known', count: item.rows_known },
              { name: 'faulty', count: item.rows_faulty, tone: 'bad' },
            ]}
          />
          {plan.length > 0 && <SeatPlan plan={plan} />}
          <ConfirmImport item={item} plan={plan} />
        </div>
      </Panel>
      {item.rows_faulty > 0 && <FaultyRows item={item} />}
      <FileFacts item={item} />
    </>
  );
}
