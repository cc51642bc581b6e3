import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrorSummary } from '~/components/form-error-summary';
import { errorText } from '~/lib/i18n/error-text';
import { addStudentFaults, addStudentSchema, type AddStudentForm as Values } from '../add-student-schema';
import { useAddStudent } from '../api/add-student';
import type { TrackSeats } from '../model/seats';
import { AddedStudent } from './added-student';
import { useInstitution } from './use-institution';

/** Enrols one student after the other: what came of the last one stands above the emptied form. */
export function AddStudentForm({ seats, onClose }: { seats: TrackSeats[]; onClose: () => void }) {
  const { t } = useTranslation('institution');
  const { t: common } = useTranslation('common');
  const add = useAddStudent(useInstitution().id);
  const [attempt, setAttempt] = useState(0);
  const open = seats.filter(({ left }) => left > 0);
  const only = open.length === 1 ? open[0]?.trackId : undefined;
  const form = useForm<Values>({
    initialValues: { email: '', fullName: '', rollNo: '', trackId: '' },
    validate: schemaResolver(addStudentSchema, { sync: true }),
  });
  const words = (message: unknown) => {
    const key = addStudentFaults.find((each) => each === message);
    return key === undefined ? null : t(key);
  };
  const field = (name: keyof Values) => {
    const { error, ...input } = form.getInputProps(name);
    return { ...input, id: `add-student-${name}`, error: words(error) };
  };
  const problems = Object.entries(form.errors).map(([name, message]) => ({
    fieldId: `add-student-${name}`,
    message: words(message) ?? '',
  }));
  const chosen = open.some(({ trackId }) => trackId === form.values.trackId) ? form.values.trackId : (only ?? '');

  if (open.length === 0 && add.data === undefined) return <Text>{t('students.add.noSeats')}</Text>;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.setFieldValue('trackId', chosen);
        const values = addStudentSchema.safeParse({ ...form.values, trackId: chosen });
        if (!values.success) {
          form.validate();
          setAttempt((count) => count + 1);
          return;
        }
        add.mutate(values.data, {
          onSuccess: ({ outcome }) => {
            if (outcome === 'refused') return;
            form.setValues({ email: '', fullName: '', rollNo: '' });
            document.getElementById('add-student-email')?.focus();
          },
        });
      }}
    >
      <Stack>
        {add.data !== undefined && <AddedStudent answer={add.data} student={add.variables} seats={seats} />}
        {add.isError && (
          <Alert color="red" role="alert">
            {errorText(common, add.error)}
          </Alert>
        )}
        <FormErrorSummary problems={problems} attempt={attempt} />
        {open.length === 0 ? (
          <Text>{t('students.add.noSeats')}</Text>
        ) : (
          <>
            <TextInput
              type="email"
              label={t('students.add.email')}
              description={t('students.add.emailHint')}
              autoComplete="off"
              withAsterisk
              data-autofocus
              {...field('email')}
            />
            <TextInput label={t('students.add.fullName')} autoComplete="off" withAsterisk {...field('fullName')} />
            <TextInput label={t('students.add.rollNo')} autoComplete="off" {...field('rollNo')} />
            <NativeSelect
              label={t('students.add.track')}
              withAsterisk
              data={[
                ...(only === undefined ? [{ value: '', label: t('students.add.chooseTrack') }] : []),
                ...open.map(({ trackId, trackName, left }) => ({
                  value: trackId,
                  label: t('students.add.trackLeft', { track: trackName, count: left }),
                })),
              ]}
              {...field('trackId')}
              value={chosen}
            />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t(add.data === undefined ? 'students.add.cancel' : 'students.add.done')}
          </Button>
          {open.length > 0 && (
            <Button type="submit" loading={add.isPending}>
              {t('students.add.submit')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
