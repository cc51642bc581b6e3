import { SimpleGrid, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ActModal } from '~/components/act-modal';
import { paths } from '~/lib/paths';
import { useAddInstitution } from '../../api/institution-acts';
import { detailsSchema, noDetails } from '../../model/details';
import { faultsIn } from '../../model/faults';
import { isEmail } from '../../model/is-email';
import { noSeats, seatFormSchema, toBlock } from '../../model/seat-form';
import { today } from '../../model/today';
import { DetailFields } from '../acts/detail-fields';
import { SeatFields } from '../acts/seat-fields';
import { useFaultText } from '../acts/use-fault-text';
import { useRefusalText } from '../use-refusal-text';

/** An institution that no enquiry came before: its details, a first block of seats, and who will manage it. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('adminInstitutions');
  const refusal = useRefusalText();
  const faultText = useFaultText();
  const navigate = useNavigate();
  const add = useAddInstitution();
  const [details, setDetails] = useState(noDetails);
  const [seats, setSeats] = useState(noSeats);
  const [manager, setManager] = useState({ full_name: '', email: '' });
  const [tried, setTried] = useState(false);
  const checkedDetails = detailsSchema.safeParse(details);
  const checkedSeats = seatFormSchema(0, today()).safeParse(seats);
  const nameGood = manager.full_name.trim().length >= 2;
  const emailGood = isEmail(manager.email);
  return (
    <ActModal
      title={t('add.title')}
      body={t('add.body')}
      confirmLabel={t('add.confirm')}
      size="xl"
      act={{
        ...add,
        // The new institution is what comes next.
        mutate: (variables: Parameters<typeof add.mutate>[0], { onSuccess }) =>
          add.mutate(variables, {
            onSuccess: (id) => {
              onSuccess();
              void navigate(paths.adminInstitution(id), { state: { over: true } });
            },
          }),
      }}
      variables={(reason) => {
        setTried(true);
        if (!checkedDetails.success || !checkedSeats.success || !nameGood || !emailGood) return null;
        return { institution: checkedDetails.data, seats: [toBlock(seats)], manager, reason };
      }}
      refusal={refusal}
      done={t('add.done')}
      onClose={onClose}
    >
      <DetailFields
        values={details}
        faults={tried ? faultsIn(checkedDetails) : {}}
        onChange={(change) => setDetails((before) => ({ ...before, ...change }))}
      />
      <Title order={3} size="h5">
        {t('add.seats')}
      </Title>
      <SeatFields
        values={seats}
        faults={tried ? faultsIn(checkedSeats) : {}}
        onChange={(change) => setSeats((before) => ({ ...before, ...change }))}
      />
      <Title order={3} size="h5">
        {t('add.manager')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput
          label={t('appoint.name')}
          required
          maxLength={200}
          autoComplete="off"
          value={manager.full_name}
          error={tried && !nameGood ? faultText('fault.contact_name') : null}
          onChange={({ currentTarget: { value } }) => setManager((before) => ({ ...before, full_name: value }))}
        />
        <TextInput
          type="email"
          label={t('appoint.email')}
          required
          maxLength={320}
          autoComplete="off"
          value={manager.email}
          error={tried && !emailGood ? faultText('fault.email') : null}
          onChange={({ currentTarget: { value } }) => setManager((before) => ({ ...before, email: value }))}
        />
      </SimpleGrid>
    </ActModal>
  );
}
