import { Button } from '@mantine/core';
import { IconMail, IconMailForward } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import list from '~/components/history-list.module.css';
import { ListPages } from '~/components/list-pages';
import { Panel } from '~/components/panel';
import { studentsQueryOptions } from '../api/list-students';
import { readPage } from '../model/page-number';
import { mailLink, riskDate } from '../model/risk';
import { formatDate } from '~/lib/format/dates';
import type { StudentRow } from '../schemas';
import classes from './at-risk.module.css';
import { useInstitution } from './use-institution';
import { useInvite } from './use-invite';

const perPage = 8;
const everybody = {
  search: '',
  trackId: null,
  progress: null,
  state: 'at_risk',
  sort: 'activity',
  descending: false,
} as const;

/** Who may need help, why, and what to do about it. Its page has a name of its own in the address: there is a second list. */
export function AtRisk() {
  const { t } = useTranslation('institution');
  const { id } = useInstitution();
  const [address, setAddress] = useSearchParams();
  const page = readPage(address, 'help');
  const query = useQuery(studentsQueryOptions(id, { ...everybody, page }, perPage));
  const turnTo = (next: number) =>
    setAddress((now) => {
      const then = new URLSearchParams(now);
      if (next === 1) then.delete('help');
      else then.set('help', String(next));
      return then;
    });
  return (
    <Panel title={t('progress.risk.title')} note={t('progress.risk.note')}>
      <DataState
        query={query}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState title={t('progress.risk.none')} />}
      >
        {({ rows, total }) => (
          <>
            <ul className={list.list}>
              {rows.map((student) => (
                <AtRiskItem key={student.seat_id} student={student} />
              ))}
            </ul>
            <ListPages page={page} perPage={perPage} total={total} onPage={turnTo} />
          </>
        )}
      </DataState>
    </Panel>
  );
}

function AtRiskItem({ student }: { student: StudentRow }) {
  const { t } = useTranslation('institution');
  const { invite, busy } = useInvite(student);
  const who = { name: student.full_name };
  const date = riskDate(student);
  return (
    <li className={`${list.item} ${classes.item}`}>
      <span className={list.name}>
        <strong>{student.full_name}</strong>
        <span>{student.email}</span>
      </span>
      <span className={classes.reason}>
        {student.risk !== null &&
          t(`progress.risk.reasons.${student.risk}`, {
            date: date === null ? '' : formatDate(date),
            done: student.modules_completed,
            count: student.modules_total,
          })}
        <span>{student.track_name}</span>
      </span>
      {student.joined_at === null ? (
        <Button
          variant="default"
          size="sm"
          loading={busy}
          onClick={invite}
          leftSection={<IconMailForward size={18} aria-hidden="true" />}
          aria-label={t('students.inviteAgainOf', who)}
        >
          {t('students.inviteAgain')}
        </Button>
      ) : (
        <Button
          component="a"
          href={mailLink(student.email, t('progress.risk.subject', { track: student.track_name }))}
          variant="default"
          size="sm"
          leftSection={<IconMail size={18} aria-hidden="true" />}
          aria-label={t('progress.risk.writeTo', who)}
        >
          {t('progress.risk.write')}
        </Button>
      )}
    </li>
  );
}
