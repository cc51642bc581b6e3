import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import { ErrorBoundary } from '~/components/error-boundary';
import iconButton from '~/components/icon-button.module.css';
import { LoadingState } from '~/components/loading-state';
import { useSession } from '~/entities/session/use-session';
import { mostCounted, unreadQueryOptions } from '../api/count-unread';
import classes from './notification-bell.module.css';

const NotificationMenu = lazy(() => import('./notification-menu'));

/** Nothing for a moment after signing out, while the page is still there. */
export function NotificationBell() {
  const session = useSession();
  return session.status === 'signed-in' ? <Bell userId={session.userId} /> : null;
}

/** On every signed-in page, so it is small: what it opens is loaded when it is opened. */
function Bell({ userId }: { userId: string }) {
  const { t } = useTranslation('common');
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  const { data: unread } = useQuery(unreadQueryOptions(userId));
  const count = unread !== undefined && unread > mostCounted ? `${mostCounted}+` : `${unread ?? 0}`;
  const label = unread ? t('bell.unread', { count: unread, shown: count }) : t('bell.label');
  useAnnounceMore(unread, label);
  return (
    <>
      <button
        type="button"
        className={`${iconButton.button} ${classes.bell}`}
        popoverTarget={id}
        aria-label={label}
        title={label}
      >
        <IconBell size={20} stroke={1.75} aria-hidden="true" />
        {unread ? (
          <span className={classes.count} aria-hidden="true">
            {count}
          </span>
        ) : null}
      </button>
      <section
        ref={panel}
        id={id}
        popover="auto"
        aria-label={t('bell.label')}
        className={classes.panel}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && (
          <ErrorBoundary>
            <Suspense fallback={<LoadingState />}>
              <NotificationMenu userId={userId} unread={unread ?? 0} onLeave={() => panel.current?.hidePopover()} />
            </Suspense>
          </ErrorBoundary>
        )}
      </section>
    </>
  );
}

/** Says that something has come; not how many there were when the page was opened. */
function useAnnounceMore(unread: number | undefined, label: string) {
  const known = useRef(unread);
  useEffect(() => {
    if (known.current !== undefined && unread !== undefined && unread > known.current) announce(label);
    known.current = unread;
  }, [unread, label]);
}
