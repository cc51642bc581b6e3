import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { Panel } from '~/components/panel';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import { useCurrentUser } from '~/entities/session/use-session';
import { formatDate } from '~/lib/format/dates';
import { type IdentityDocument, identityQueryOptions } from '../api/get-identity';
import { documentKinds } from '../model/document-file';
import type { IdentityStatus } from '../schemas';
import { IdentityForm } from './identity-form';
import classes from './identity-panel.module.css';

const tones: Record<IdentityStatus, StatusTone> = { pending: 'waiting', verified: 'good', rejected: 'bad' };

export function IdentityPanel() {
  const { t } = useTranslation('exam');
  const user = useCurrentUser();
  const identity = useQuery(identityQueryOptions(user.id));
  return (
    <Panel title={t('identity.title')} id="identity">
      <DataState query={identity}>
        {(document) =>
          document === null ? (
            <div className={classes.box}>
              <p>{t('identity.why')}</p>
              <IdentityForm userId={user.id} />
            </div>
          ) : (
            <HandedIn key={document.id} document={document} userId={user.id} />
          )
        }
      </DataState>
    </Panel>
  );
}

function HandedIn({ document, userId }: { document: IdentityDocument; userId: string }) {
  const { t } = useTranslation('exam');
  const rejected = document.status === 'rejected';
  const [replacing, setReplacing] = useState(false);
  const kind = documentKinds.find((each) => each === document.document_kind);
  return (
    <div className={classes.box}>
      <div className={classes.state}>
        <StatusBadge tone={tones[document.status]} label={t(`identity.status.${document.status}`)} />
        <p>
          {t('identity.handedIn', {
            kind: kind === undefined ? t('identity.kinds.other') : t(`identity.kinds.${kind}`),
            date: formatDate(document.created_at),
          })}
        </p>
        <p>{t(`identity.meaning.${document.status}`)}</p>
      </div>
      {rejected && document.note !== null && (
        <p className={classes.note}>{t('identity.note', { note: document.note })}</p>
      )}
      {replacing || rejected ? (
        <IdentityForm userId={userId} />
      ) : (
        document.status === 'pending' && (
          <div>
            <Button variant="default" size="sm" onClick={() => setReplacing(true)}>
              {t('identity.replace')}
            </Button>
          </div>
        )
      )}
    </div>
  );
}
