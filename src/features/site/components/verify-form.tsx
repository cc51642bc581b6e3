import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '~/lib/paths';
import { readCertificateNumber } from '../model/certificate-number';
import site from './site.module.css';
import classes from './verify-form.module.css';

/** Type or paste a number, or the whole address from the QR code. */
export function VerifyForm() {
  const { t } = useTranslation('site');
  const navigate = useNavigate();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<'required' | 'wrong' | null>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    const typed = field.current?.value.trim() ?? '';
    const number = readCertificateNumber(typed);
    if (number !== null) {
      void navigate(paths.verify(number));
      return;
    }
    setProblem(typed === '' ? 'required' : 'wrong');
    field.current?.focus();
  }

  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <label htmlFor={id}>{t('verify.number')}</label>
      <p id={`${id}-hint`} className={classes.hint}>
        {t('verify.hint')}
      </p>
      <div className={classes.row}>
        <input
          ref={field}
          id={id}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={problem === null ? `${id}-hint` : `${id}-problem`}
          aria-invalid={problem !== null}
        />
        <button type="submit" className={site.button}>
          {t('verify.submit')}
        </button>
      </div>
      {problem !== null && (
        <p id={`${id}-problem`} role="alert" className={classes.problem}>
          {t(`verify.${problem}`)}
        </p>
      )}
    </form>
  );
}
