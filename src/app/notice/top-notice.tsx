import { IconAlertTriangle, IconInfoCircle, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getNotice, noticeFreshMs, type Notice } from '~/entities/notice/get-notice';
import classes from './top-notice.module.css';

const closedUnder = 'notice-closed';

function isClosed({ level, message }: Notice): boolean {
  try {
    return level === 'info' && sessionStorage.getItem(closedUnder) === message;
  } catch {
    return false;
  }
}

function rememberClosed({ message }: Notice) {
  try {
    sessionStorage.setItem(closedUnder, message);
  } catch {
    // It comes back with the next load.
  }
}

function useNotice(): Notice | null {
  const [notice, setNotice] = useState<Notice | null>(null);
  useEffect(() => {
    let gone = false;
    const look = () =>
      getNotice().then(
        (found) => {
          if (!gone) setNotice(found);
        },
        // A page without its notice is still a page; the next look may find it.
        () => undefined,
      );
    void look();
    const timer = setInterval(() => void look(), noticeFreshMs);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, []);
  return notice;
}

/** What staff tell everybody. The empty box stands first, so that screen readers hear what comes into it. */
export function TopNotice() {
  const { t } = useTranslation('common');
  const notice = useNotice();
  const [closed, setClosed] = useState<Notice | null>(null);
  const hidden = notice === null || closed === notice || isClosed(notice);
  return (
    <div role="status" className="no-print">
      {!hidden && (
        <section aria-label={t('notice')} className={classes.notice} data-level={notice.level}>
          {notice.level === 'warning' ? (
            <IconAlertTriangle size={20} aria-hidden="true" />
          ) : (
            <IconInfoCircle size={20} aria-hidden="true" />
          )}
          <p className={classes.message}>{notice.message}</p>
          {notice.level === 'info' && (
            <button
              type="button"
              className={classes.close}
              aria-label={t('noticeClose')}
              onClick={() => {
                rememberClosed(notice);
                setClosed(notice);
              }}
            >
              <IconX size={18} aria-hidden="true" />
            </button>
          )}
        </section>
      )}
    </div>
  );
}
