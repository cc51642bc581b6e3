import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { BackLink } from '~/components/back-link';
import { PageHeader } from '~/components/page-header';
import { useAccess } from '~/entities/permissions/access';
import { paths } from '~/lib/paths';
import { emptyForm, kindsFor } from '../model/bulk-form';
import { type BulkKind, bulkKinds } from '../schemas';
import { BulkForm } from './bulk-form';

/** The act and the set, checked before anything happens. Opened from the list of people it begins with that list's filters. */
export default function NewBulkPage() {
  const { t } = useTranslation('adminBulk');
  const kinds = kindsFor(useAccess().data?.permissions ?? [], bulkKinds);
  const [first] = kinds;
  return (
    <Stack gap={0}>
      <BackLink to={paths.adminBulk()} label={t('backToList')} />
      <PageHeader title={t('form.title')} />
      {first === undefined ? <Text>{t('form.noRights')}</Text> : <Begin kinds={kinds} first={first} />}
    </Stack>
  );
}

function Begin({ kinds, first }: { kinds: BulkKind[]; first: BulkKind }) {
  const [search] = useSearchParams();
  const [initial] = useState(() => emptyForm(first, search));
  return <BulkForm kinds={kinds} initial={initial} />;
}
