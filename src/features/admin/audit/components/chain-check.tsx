import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { IconLink, IconLinkOff, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorState } from '~/components/error-state';
import { paths } from '~/lib/paths';
import { useCheckChain } from '../api/check-chain';

const number = (count: number) => count.toLocaleString('en-IN');

/** Computes the chain anew and says in words whether it holds. */
export function ChainCheck() {
  const { t } = useTranslation('adminAudit');
  const check = useCheckChain();
  const [checked, setChecked] = useState(0);
  return (
    <Stack gap="sm" mb="md" align="flex-start">
      <Button
        variant="default"
        loading={check.isPending}
        leftSection={<IconLink size={18} aria-hidden="true" />}
        onClick={() => {
          setChecked(0);
          check.mutate(setChecked);
        }}
      >
        {t('check.button')}
      </Button>
      <div role="status">
        {check.isPending && <Text size="sm">{t('check.running', { shown: number(checked) })}</Text>}
        {check.isSuccess && <Verdict {...check.data} />}
      </div>
      {check.isError && <ErrorState error={check.error} />}
    </Stack>
  );
}

function Verdict({ checked, brokenId }: { checked: number; brokenId: number | null }) {
  const { t } = useTranslation('adminAudit');
  if (brokenId === null) {
    return (
      <Alert color="green" icon={<IconShieldCheck aria-hidden="true" />} title={t('check.title')}>
        {t('check.whole', { count: checked, shown: number(checked) })}
      </Alert>
    );
  }
  return (
    <Alert color="red" icon={<IconLinkOff aria-hidden="true" />} title={t('check.title')}>
      <Text size="sm">{t('check.broken', { id: brokenId, shown: number(checked) })}</Text>
      <Anchor component={Link} to={paths.adminAuditEntry(brokenId)} state={{ over: true }} inherit underline="always">
        {t('check.show', { id: brokenId })}
      </Anchor>
    </Alert>
  );
}
