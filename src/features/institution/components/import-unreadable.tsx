import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { maxImportRows } from '@contracts/bulk-enrol.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '~/lib/paths';
import type { Import } from '../api/get-import';
import { problemCodes, wordsFor } from '../model/import-words';
import { TemplateButton } from './template-button';

/** What stands in the way of reading the file, and what to do about it. */
export function ImportUnreadable({ item }: { item: Import }) {
  const { t } = useTranslation('institution');
  const problem = wordsFor(problemCodes, item.problem);
  const details = item.problem_details;
  return (
    <>
      <Alert
        color="red"
        icon={<IconAlertTriangle aria-hidden="true" />}
        title={t(`bulk.problems.${problem}.title`)}
        role="alert"
      >
        <Text size="sm">
          {t(`bulk.problems.${problem}.body`, {
            limit: details?.limit ?? maxImportRows,
            row: details?.row ?? 1,
            columns: details?.columns?.join(', ') ?? '',
          })}{' '}
          {t('import.unreadable.nothing')}
        </Text>
      </Alert>
      <Group gap="sm">
        <Button component={Link} to={paths.institutionBulk()}>
          {t('import.unreadable.again')}
        </Button>
        <TemplateButton />
      </Group>
    </>
  );
}
