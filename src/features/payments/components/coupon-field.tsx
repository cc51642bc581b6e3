import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

/** Takes a coupon code and shows what the server said to it. It stands inside the payment form, so Enter must not send that. */
export function CouponField(props: {
  applied: string;
  error: string | null;
  checking: boolean;
  disabled: boolean;
  onApply: (code: string) => void;
}) {
  const { t } = useTranslation('payments');
  const [code, setCode] = useState(props.applied);
  const wanted = code.trim().toUpperCase();

  if (props.applied && !props.error && !props.checking) {
    return (
      <Group justify="space-between" role="status">
        <Text c="var(--good-ink)" fw={600}>
          <IconCheck size={18} aria-hidden="true" style={{ verticalAlign: '-3px' }} />{' '}
          {t('coupon.applied', { code: props.applied })}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={props.disabled}
          onClick={() => {
            setCode('');
            props.onApply('');
          }}
        >
          {t('coupon.remove')}
        </Button>
      </Group>
    );
  }

  function applyOnEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    props.onApply(wanted);
  }

  return (
    <Group align="flex-start" wrap="nowrap" gap="xs">
      <TextInput
        flex={1}
        label={t('coupon.label')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        onKeyDown={applyOnEnter}
        error={props.error}
        maxLength={40}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        disabled={props.disabled}
      />
      <Button
        mt={30}
        variant="default"
        loading={props.checking}
        disabled={props.disabled || wanted === ''}
        onClick={() => props.onApply(wanted)}
      >
        {t('coupon.apply')}
      </Button>
    </Group>
  );
}
