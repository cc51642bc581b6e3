import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useListAddress } from '~/lib/use-list-address';
import classes from './operations.module.css';

export function ClearFilters() {
  const { t } = useTranslation('adminOperations');
  const { clear } = useListAddress();
  return (
    <Button
      variant="subtle"
      className={classes.clear}
      leftSection={<IconFilterOff size={18} aria-hidden="true" />}
      onClick={clear}
    >
      {t('filters.clear')}
    </Button>
  );
}
