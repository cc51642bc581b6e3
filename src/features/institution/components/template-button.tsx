import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '~/lib/save-file';
import { importTemplate } from '../model/import-template';

/** A list to fill in, made here. */
export function TemplateButton() {
  const { t } = useTranslation('institution');
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden="true" />}
      onClick={() => saveFile(new Blob([importTemplate], { type: 'text/csv' }), t('bulk.rules.templateName'))}
    >
      {t('bulk.rules.template')}
    </Button>
  );
}
