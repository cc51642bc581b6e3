import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '~/components/confirm-modal';
import type { PaletteSummary } from '../model/palette';
import classes from './submit-dialog.module.css';

type Props = {
  opened: boolean;
  summary: PaletteSummary;
  total: number;
  busy: boolean;
  onClose: () => void;
  onConfirm: () => void;
  onPick: (number: number) => void;
};

/** Names what is open before it is too late; each number leads to its question. */
export function SubmitDialog({ opened, summary, total, busy, onClose, onConfirm, onPick }: Props) {
  const { t } = useTranslation('tests');
  const complete = summary.unanswered.length === 0;
  return (
    <ConfirmModal
      opened={opened}
      title={t('submit.title')}
      confirmLabel={t('submit.confirm')}
      busy={busy}
      onClose={onClose}
      onConfirm={onConfirm}
    >
      <p className={classes.text}>
        {complete
          ? t('submit.allAnswered', { total })
          : t('submit.someOpen', { count: summary.unanswered.length, total })}
      </p>
      <Numbers label={t('submit.unanswered')} numbers={summary.unanswered} onPick={onPick} />
      <Numbers label={t('submit.flagged')} numbers={summary.flagged} onPick={onPick} />
      <p className={classes.text}>{t('submit.final')}</p>
    </ConfirmModal>
  );
}

function Numbers({ label, numbers, onPick }: { label: string; numbers: number[]; onPick: (number: number) => void }) {
  const { t } = useTranslation('tests');
  if (numbers.length === 0) return null;
  return (
    <div className={classes.group}>
      <p>{label}</p>
      <ul className={classes.numbers}>
        {numbers.map((number) => (
          <li key={number}>
            <button type="button" aria-label={t('palette.question', { number })} onClick={() => onPick(number)}>
              {number}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
