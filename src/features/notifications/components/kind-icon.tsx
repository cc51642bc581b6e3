import {
  IconBell,
  IconBuildingBank,
  IconCertificate,
  IconClipboardCheck,
  IconFileSpreadsheet,
  IconId,
  IconReceipt,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { NotificationKind } from '../model/notification-params';
import classes from './notification-item.module.css';

/** By what it is about, which is the first word of its kind. */
const icons: [beginning: string, icon: typeof IconBell][] = [
  ['order', IconReceipt],
  ['payment', IconReceipt],
  ['exam', IconClipboardCheck],
  ['certificate', IconCertificate],
  ['lead', IconBuildingBank],
  ['identity', IconId],
  ['import', IconFileSpreadsheet],
  ['bulk', IconUsersGroup],
];

export function KindIcon({ kind }: { kind: NotificationKind | null }) {
  const Icon = icons.find(([beginning]) => kind?.startsWith(`${beginning}_`))?.[1] ?? IconBell;
  return (
    <span className={classes.icon}>
      <Icon size={20} stroke={1.6} aria-hidden="true" />
    </span>
  );
}
