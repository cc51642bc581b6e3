import { Alert, Button, Group, Stack } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrorSummary } from '~/components/form-error-summary';
import type { Track } from '~/entities/track/track-schema';
import { toAppError } from '~/lib/supabase/errors';
import { useConvertLead } from '../../api/convert-lead';
import {
  type Contract,
  type ContractForm,
  contractFormSchema,
  placeOf,
  toContract,
  toContractForm,
} from '../../model/contract';
import { today } from '../../model/days';
import type { LeadDetail } from '../../schemas';
import { useMoveErrorText } from '../moves/use-move-error-text';
import { contractFieldId, useContractProblems } from './contract-fields';
import { InstitutionFields } from './institution-fields';
import { ManagerFields } from './manager-fields';
import { SeatLines } from './seat-lines';

/** One submit makes everything or nothing. A second click finds the first one under way; a second try finds the lead converted. */
export function ConvertForm(props: {
  lead: LeadDetail;
  tracks: Track[];
  onBusy: (busy: boolean) => void;
  onDone: (contract: Contract) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation('common');
  const { lead, tracks } = props;
  const [day] = useState(() => today());
  const [attempt, setAttempt] = useState(0);
  const convert = useConvertLead();
  const refusal = useMoveErrorText();
  const form = useForm<ContractForm>({
    initialValues: toContractForm(lead, tracks, day),
    validate: schemaResolver(contractFormSchema(day), { sync: true }),
  });
  const problems = useContractProblems(form);

  const refuse = (error: unknown) => {
    const { code } = toAppError(error);
    const place = placeOf(code);
    if (place !== null) form.setFieldError(place, code === 'account_is_staff' ? 'fault.isStaff' : 'fault.refused');
    setAttempt((count) => count + 1);
  };
  const submit = (values: ContractForm) => {
    if (convert.isPending) return;
    const contract = toContract(values, day);
    props.onBusy(true);
    convert.mutate(
      { leadId: lead.id, contract },
      {
        onSuccess: () => props.onDone(contract),
        onError: refuse,
        onSettled: () => props.onBusy(false),
      },
    );
  };

  return (
    <form noValidate onSubmit={form.onSubmit(submit, () => setAttempt((count) => count + 1))}>
      <Stack gap="lg">
        <FormErrorSummary problems={problems} attempt={attempt} />
        {convert.isError && problems.length === 0 && (
          <Alert color="red" role="alert">
            {refusal(convert.error, lead.institution_name)}
          </Alert>
        )}
        <InstitutionFields form={form} />
        <SeatLines form={form} tracks={tracks} day={day} errorId={contractFieldId('seats')} />
        <ManagerFields form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose} disabled={convert.isPending}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={convert.isPending}>
            {t('convert.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
