import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { tracksQueryOptions } from '~/entities/track/get-tracks';
import { formatDateTime } from '~/lib/format/dates';
import { safeNextPath } from '~/lib/safe-next';
import type { Notification } from '../api/list-notifications';
import { readParams, sayableKind, type NotificationParams } from '../model/notification-params';
import { timeAgo } from '../model/time-ago';
import { KindIcon } from './kind-icon';
import classes from './notification-item.module.css';
import { useNotificationText } from './use-notification-text';

/** A link to what it is about; one that leads nowhere is a button that takes the mark away. */
export function NotificationItem({ notification, onOpen }: { notification: Notification; onOpen: () => void }) {
  const to = safeNextPath(notification.link);
  const unread = notification.read_at === null;
  const className = classes.item;
  const content = <Content notification={notification} />;
  return (
    <li data-unread={unread || undefined} className={classes.row}>
      {to !== null ? (
        <Link to={to} className={className} onClick={onOpen}>
          {content}
        </Link>
      ) : unread ? (
        <button type="button" className={className} onClick={onOpen}>
          {content}
        </button>
      ) : (
        <div className={className}>{content}</div>
      )}
    </li>
  );
}

function Content({ notification: { kind, params, read_at, created_at } }: { notification: Notification }) {
  const { t } = useTranslation('notifications');
  const known = readParams(params);
  const sayable = sayableKind(kind, known);
  const sentence = useNotificationText(sayable, known);
  const about = useAbout(known);
  return (
    <>
      <KindIcon kind={sayable} />
      <span className={classes.text}>
        <span className={classes.sentence}>
          {read_at === null && <span className="visually-hidden">{t('unread')}</span>} {sentence}
        </span>{' '}
        <span className={classes.meta}>
          {about !== undefined && <span className={classes.about}>{about}</span>}
          <time dateTime={created_at} title={formatDateTime(created_at)}>
            {timeAgo(created_at)}
          </time>
        </span>
      </span>
      {read_at === null && <span className={classes.dot} aria-hidden="true" />}
    </>
  );
}

/** The track it is about, by name, or the reference of an enquiry. */
function useAbout(params: NotificationParams): string | undefined {
  const tracks = useQuery({ ...tracksQueryOptions(), enabled: params.track_id !== undefined });
  return params.track_name ?? tracks.data?.find(({ id }) => id === params.track_id)?.name ?? params.reference;
}
