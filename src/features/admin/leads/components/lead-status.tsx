import { Badge } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleX,
  IconInbox,
  IconMessages,
  IconPhone,
  IconTargetArrow,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LeadStatus } from '../model/moves';

const looks: Record<LeadStatus, { Icon: TablerIcon; color: string }> = {
  new: { Icon: IconInbox, color: 'accent' },
  contacted: { Icon: IconPhone, color: 'brand' },
  qualified: { Icon: IconTargetArrow, color: 'brand' },
  negotiation: { Icon: IconMessages, color: 'brand' },
  converted: { Icon: IconCircleCheck, color: 'green' },
  lost: { Icon: IconCircleX, color: 'gray' },
};

export function LeadStatusIcon({ status, size = 18 }: { status: LeadStatus; size?: number }) {
  const { Icon } = looks[status];
  return <Icon size={size} stroke={1.9} aria-hidden="true" style={{ flex: 'none' }} />;
}

/** Told apart by sign and word; the colour only helps. */
export function LeadStatusBadge({ status }: { status: LeadStatus }) {
  const { t } = useTranslation('leads');
  return (
    <Badge
      color={looks[status].color}
      variant="light"
      size="lg"
      tt="none"
      fw={650}
      leftSection={<LeadStatusIcon status={status} size={15} />}
    >
      {t(`status.${status}`)}
    </Badge>
  );
}
