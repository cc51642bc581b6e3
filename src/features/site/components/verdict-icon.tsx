import { IconCircleX, IconClockX, IconHelpCircle, IconReplace, IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { Verification } from '../api/verify-certificate';

const icons = {
  valid: IconRosetteDiscountCheck,
  expired: IconClockX,
  revoked: IconCircleX,
  superseded: IconReplace,
  not_found: IconHelpCircle,
};

export function VerdictIcon({ status }: { status: Verification['status'] }) {
  const Icon = icons[status];
  return <Icon size={52} stroke={1.5} aria-hidden="true" />;
}
