import { Alert, Button, Stack, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import { formatDateTime } from '~/lib/format/dates';
import { useAddNote } from '../../api/add-note';
import { historyQueryOptions } from '../../api/get-history';
import { useLeadRights } from '../use-lead-rights';
import classes from './drawer.module.css';
import { EventPages } from './event-pages';
import { Section } from '~/components/section';
import { useEditErrorText } from './use-edit-error-text';

const longest = 5000;

/** What colleagues should know, newest first. */
export function NotesPanel({ leadId }: { leadId: string }) {
  const { t } = useTranslation('leads');
  const { mayManage } = useLeadRights();
  const notes = useInfiniteQuery(historyQueryOptions(leadId, true));
  return (
    <Section title={t('notes.title')}>
      <Stack gap="md">
        {mayManage && <NoteForm leadId={leadId} />}
        <EventPages query={notes} empty={t('notes.empty')} more={t('notes.older')}>
          {(event) =>
            event.kind === 'noted' && (
              <>
                <p className={classes.note}>{event.note}</p>
                <p className={classes.when}>
                  {t('notes.by', {
                    name: event.actor_name ?? t('history.formerColleague'),
                    time: formatDateTime(event.at),
                  })}
                </p>
              </>
            )
          }
        </EventPages>
      </Stack>
    </Section>
  );
}

function NoteForm({ leadId }: { leadId: string }) {
  const { t } = useTranslation('leads');
  const errorText = useEditErrorText();
  const add = useAddNote();
  const [body, setBody] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (body.trim() === '' || add.isPending) return;
    add.mutate(
      { leadId, body },
      {
        onSuccess: () => {
          setBody('');
          announce(t('notes.added'));
        },
      },
    );
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="xs">
        {add.isError && (
          <Alert color="red" role="alert">
            {errorText(add.error)}
          </Alert>
        )}
        <Textarea
          label={t('notes.label')}
          rows={3}
          maxLength={longest}
          value={body}
          onChange={({ currentTarget }) => setBody(currentTarget.value)}
        />
        <Button type="submit" size="sm" variant="default" loading={add.isPending} style={{ alignSelf: 'flex-end' }}>
          {t('notes.add')}
        </Button>
      </Stack>
    </form>
  );
}
