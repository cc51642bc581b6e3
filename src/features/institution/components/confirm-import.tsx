import { Alert, Button, Group, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '~/lib/paths';
import { useActOnImport } from '../api/act-on-import';
import type { Import } from '../api/get-import';
import { countEnrolled, type SeatPlan } from '../model/seats-needed';
import { DiscardImport } from './discard-import';
import { useActionText } from './use-action-text';

/** The button that enrols, with the number on it; without anybody to enrol, why and what to do. */
export function ConfirmImport({ item, plan }: { item: Import; plan: SeatPlan[] }) {
  const { t } = useTranslation('institution');
  const actionText = useActionText();
  const act = useActOnImport(item.institution_id, item.id);
  const count = countEnrolled(plan);
  return (
    <>
      {count === 0 ? (
        <Alert color="accent" icon={<IconAlertTriangle aria-hidden="true" />} title={t('import.checked.nobody')}>
          {t(`import.checked.${whyNobody(item)}`)}
        </Alert>
      ) : (
        <List size="sm" spacing={4}>
          <List.Item>{t('import.checked.mail')}</List.Item>
          {item.rows_known > 0 && <List.Item>{t('import.checked.known', { count: item.rows_known })}</List.Item>}
          {item.rows_faulty > 0 && <List.Item>{t('import.checked.leftOut', { count: item.rows_faulty })}</List.Item>}
        </List>
      )}
      {act.error !== null && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden="true" />}>
          {actionText(act.error)}
        </Alert>
      )}
      <Group gap="sm">
        {count > 0 && (
          <Button loading={act.isPending} onClick={() => act.mutate('confirm')}>
            {t('import.checked.confirm', { count })}
          </Button>
        )}
        <Button component={Link} to={paths.institutionBulk()} variant={count > 0 ? 'default' : 'filled'}>
          {t('import.checked.another')}
        </Button>
        <DiscardImport item={item} />
      </Group>
    </>
  );
}

function whyNobody(item: Import) {
  if (item.rows_valid > 0) return 'nobodySeats';
  if (item.rows_known === 0) return 'nobodyFaults';
  return item.rows_faulty === 0 ? 'nobodyKnown' : 'nobodyMixed';
}
