import { useTranslation } from 'react-i18next';
import { PageHeader } from '~/components/page-header';
import { formatDateTime } from '~/lib/format/dates';
import type { Import } from '../api/get-import';
import { ImportChecked } from './import-checked';
import { ImportChecking } from './import-checking';
import { ImportEnded } from './import-ended';
import { ImportEnrolling } from './import-enrolling';
import { ImportStatusBadge } from './import-status-badge';
import { ImportSteps } from './import-steps';
import { ImportUnreadable } from './import-unreadable';
import classes from './import-view.module.css';
import { useManagerName } from './use-manager-name';
import { useStageChange } from './use-stage-change';

/** The head of an import and what stands below it at this stage. */
export function ImportView({ item }: { item: Import }) {
  const { t } = useTranslation('institution');
  const who = useManagerName()(item.created_by);
  const stage = useStageChange(item);
  const time = formatDateTime(item.created_at);
  return (
    <>
      <PageHeader
        title={item.file_name}
        description={
          who === 'me'
            ? t('import.byMe', { time })
            : who === null
              ? t('import.byNobody', { time })
              : t('import.byName', { time, name: who })
        }
        actions={<ImportStatusBadge status={item.status} confirmed={item.confirmed_at !== null} />}
      />
      <ImportSteps status={item.status} />
      <div ref={stage} tabIndex={-1} className={classes.stage}>
        <Stage item={item} />
      </div>
    </>
  );
}

function Stage({ item }: { item: Import }) {
  switch (item.status) {
    case 'checking':
      return <ImportChecking item={item} />;
    case 'unreadable':
      return <ImportUnreadable item={item} />;
    case 'checked':
      return <ImportChecked item={item} />;
    case 'enrolling':
      return <ImportEnrolling item={item} />;
    default:
      return <ImportEnded item={item} />;
  }
}
