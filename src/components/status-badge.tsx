import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconInfoCircle, IconX } from '@tabler/icons-react';

export type StatusTone = 'good' | 'waiting' | 'bad' | 'warning' | 'neutral';

const looks = {
  good: { color: 'green', Icon: IconCheck },
  waiting: { color: 'brand', Icon: IconClock },
  bad: { color: 'red', Icon: IconX },
  warning: { color: 'accent', Icon: IconAlertTriangle },
  neutral: { color: 'gray', Icon: IconInfoCircle },
};

/** Tone by colour and sign together, for those who do not see one of them. */
export function StatusBadge({ tone, label }: { tone: StatusTone; label: string }) {
  const { color, Icon } = looks[tone];
  return (
    <Badge
      color={color}
      variant="light"
      size="lg"
      tt="none"
      fw={650}
      leftSection={<Icon size={14} stroke={2.2} aria-hidden="true" />}
    >
      {label}
    </Badge>
  );
}
