import '@mantine/core/styles/Radio.layer.css';
import '@mantine/core/styles/RadioCard.layer.css';
import '@mantine/core/styles/RadioIndicator.layer.css';
import { Radio } from '@mantine/core';
import type { EnquiryKind } from '@contracts/submit-enquiry.ts';
import { useTranslation } from 'react-i18next';
import { enquiryKinds } from '../../model/enquiry-form';
import classes from './kind-choice.module.css';

type Props = { value: EnquiryKind | null; error: string | null; onChange: (kind: string) => void };

export function KindChoice({ value, error, onChange }: Props) {
  const { t } = useTranslation('registration');
  return (
    <Radio.Group
      size="md"
      label={t('enquiry.fields.kind')}
      value={value ?? ''}
      onChange={onChange}
      error={error}
      withAsterisk
    >
      <div className={classes.choices}>
        {enquiryKinds.map((kind, index) => (
          <Radio.Card key={kind} id={index === 0 ? 'kind' : undefined} value={kind} className={classes.choice}>
            <Radio.Indicator />
            {t(`enquiry.kinds.${kind}`)}
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
