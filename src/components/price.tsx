import { Text, type TextProps } from '@mantine/core';
import { formatPaise, formatPaiseExact } from '~/lib/format/money';

/** Integer paise in figures of equal width, so that amounts stand under each other. */
export function Price({ paise, exact = false, ...text }: TextProps & { paise: number; exact?: boolean }) {
  return (
    <Text component="span" {...text} style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {exact ? formatPaiseExact(paise) : formatPaise(paise)}
    </Text>
  );
}
