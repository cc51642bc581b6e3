import { isPasswordLongEnough, passwordRule } from '@contracts/password.ts';
import { Group, Text } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** The one rule, and whether what is typed keeps it. */
export function PasswordRule({ password }: { password: string }) {
  const { t } = useTranslation('auth');
  const met = isPasswordLongEnough(password);
  const Icon = met ? IconCircleCheckFilled : IconCircle;
  return (
    <Group gap={6} mt={6} wrap="nowrap" c={met ? 'var(--good-ink)' : 'dimmed'}>
      <Icon size={16} aria-hidden="true" />
      <Text size="sm">{met ? t('fields.ruleMet') : t('fields.rule', { count: passwordRule.minLength })}</Text>
    </Group>
  );
}
