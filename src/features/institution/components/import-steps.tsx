import { IconCheck } from '@tabler/icons-react';
import type { ImportStatus } from '@contracts/bulk-enrol.ts';
import { useTranslation } from 'react-i18next';
import { importSteps, stepOf } from '../model/import-stage';
import classes from './import-steps.module.css';

/** Where the list is on its way. */
export function ImportSteps({ status }: { status: ImportStatus }) {
  const { t } = useTranslation('institution');
  const current = stepOf(status);
  const at = current === null ? importSteps.length : importSteps.indexOf(current);
  return (
    <ol className={classes.steps} aria-label={t('import.steps.label')}>
      {importSteps.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
          <span className={classes.sign} aria-hidden="true">
            {index < at ? <IconCheck size={16} stroke={2.5} /> : index + 1}
          </span>
          {t(`import.steps.${step}`)}
          {index < at && <span className="visually-hidden">{t('import.steps.done')}</span>}
        </li>
      ))}
    </ol>
  );
}
