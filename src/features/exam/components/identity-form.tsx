import { Alert, Anchor, Button, NativeSelect } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { notify } from '~/components/notify';
import { errorText } from '~/lib/i18n/error-text';
import { paths } from '~/lib/paths';
import { toAppError } from '~/lib/supabase/errors';
import { useHandInDocument } from '../api/hand-in-document';
import {
  type DocumentFault,
  documentFault,
  type DocumentKind,
  documentKinds,
  documentTypes,
} from '../model/document-file';
import classes from './identity-panel.module.css';

/** What the database says about the person or the file; the rest is said as everywhere. */
const ownCodes = ['name_missing', 'document_missing'] as const;

export function IdentityForm({ userId }: { userId: string }) {
  const { t } = useTranslation('exam');
  const { t: common } = useTranslation('common');
  const handIn = useHandInDocument();
  const [kind, setKind] = useState<DocumentKind>(documentKinds[0]);
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<DocumentFault | null>(null);
  const id = useId();
  const errorId = `${id}-error`;

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = documentFault(file);
    setFault(found);
    if (found !== null || file === null) {
      document.getElementById(id)?.focus();
      return;
    }
    handIn.mutate({ userId, kind, file }, { onSuccess: () => void notify('success', t('identity.done')) });
  };

  const code = handIn.error === null ? undefined : ownCodes.find((each) => each === toAppError(handIn.error).code);

  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate>
      {handIn.error !== null && (
        <Alert color="red" role="alert">
          <p>{code === undefined ? errorText(common, handIn.error) : t(`identity.refused.${code}`)}</p>
          {code === 'name_missing' && (
            <Anchor component={Link} to={paths.profile()}>
              {t('identity.toProfile')}
            </Anchor>
          )}
        </Alert>
      )}
      <NativeSelect
        label={t('identity.kind')}
        value={kind}
        data={documentKinds.map((each) => ({ value: each, label: t(`identity.kinds.${each}`) }))}
        onChange={({ currentTarget }) =>
          setKind(documentKinds.find((each) => each === currentTarget.value) ?? documentKinds[0])
        }
      />
      <div className={classes.file}>
        <label htmlFor={id}>{t('identity.file')}</label>
        <p id={`${id}-hint`}>{t('identity.fileHint')}</p>
        <input
          id={id}
          type="file"
          accept={documentTypes.join(',')}
          aria-describedby={`${id}-hint ${errorId}`}
          aria-invalid={fault !== null}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.files?.[0] ?? null;
            setFile(chosen);
            setFault(chosen === null ? null : documentFault(chosen));
          }}
        />
        <p id={errorId} className={classes.error} role={fault === null ? undefined : 'alert'}>
          {fault !== null && t(`identity.fault.${fault}`)}
        </p>
      </div>
      <div>
        <Button type="submit" loading={handIn.isPending} leftSection={<IconUpload size={20} aria-hidden="true" />}>
          {t('identity.handIn')}
        </Button>
      </div>
    </form>
  );
}
