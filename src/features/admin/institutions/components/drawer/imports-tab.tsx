import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { Facts } from '~/components/facts';
import { StatusBadge } from '~/components/status-badge';
import { formatDateTime } from '~/lib/format/dates';
import { importsQueryOptions } from '../../api/list-imports';
import type { InstitutionDetail } from '../../schemas';
import classes from './drawer.module.css';

const tones = {
  checking: 'waiting',
  checked: 'waiting',
  unreadable: 'bad',
  enrolling: 'waiting',
  done: 'good',
  cancelled: 'neutral',
  undone: 'neutral',
} as const;
const figure = (value: number) => value.toLocaleString('en-IN');

/** Files of students that the institution handed in, the newest first. */
export function ImportsTab({ institution }: { institution: InstitutionDetail }) {
  const { t } = useTranslation('adminInstitutions');
  const imports = useQuery(importsQueryOptions(institution.id));
  return (
    <DataState query={imports} empty={<EmptyState title={t('imports.empty')} />}>
      {(list) => (
        <ul className={classes.entries} aria-label={t('tab.imports')}>
          {list.map((file) => (
            <li key={file.id} className={classes.entry}>
              <div className={classes.entryHead}>
                <p className={classes.entryTitle}>{file.file_name}</p>
                <StatusBadge tone={tones[file.status]} label={t(`imports.status.${file.status}`)} />
              </div>
              <Facts
                facts={[
                  { name: t('imports.at'), value: formatDateTime(file.created_at) },
                  { name: t('imports.rows'), value: figure(file.rows_total) },
                  { name: t('imports.enrolled'), value: figure(file.rows_enrolled) },
                  { name: t('imports.already'), value: figure(file.rows_already) },
                  { name: t('imports.refused'), value: figure(file.rows_refused) },
                  { name: t('imports.faulty'), value: figure(file.rows_faulty) },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
    </DataState>
  );
}
