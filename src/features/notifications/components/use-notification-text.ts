import { useTranslation } from 'react-i18next';
import { formatDateTime } from '~/lib/format/dates';
import { formatPaise } from '~/lib/format/money';
import type { NotificationKind, NotificationParams } from '../model/notification-params';

const whole = new Intl.NumberFormat('en-IN');
const counted = (value: number | undefined) => (value === undefined ? '' : whole.format(value));

/** The sentence of a kind, with what it is about; a general one where the kind is not known here. */
export function useNotificationText(kind: NotificationKind | null, params: NotificationParams): string {
  const { t } = useTranslation('notifications');
  const money = params.total ?? params.amount;
  return t(`kinds.${kind ?? 'other'}`, {
    money: money === undefined ? '' : formatPaise(money),
    at: params.scheduled_at === undefined ? '' : formatDateTime(params.scheduled_at),
    reason: params.reason,
    institution: params.institution_name,
    file: params.file_name,
    enrolled: counted(params.enrolled),
    refused: counted(params.refused),
    changed: counted(params.changed),
    total: counted(params.total),
  });
}
