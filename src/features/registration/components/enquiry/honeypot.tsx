import { useTranslation } from 'react-i18next';
import classes from './honeypot.module.css';

/** A field that no person meets, by sight, by keyboard or by screen reader; who fills it is a program. */
export function Honeypot({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('registration');
  return (
    <div className={classes.away} aria-hidden="true">
      <label>
        {t('enquiry.honeypot')}
        <input
          name="homepage"
          tabIndex={-1}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}
