import { Anchor, Button } from '@mantine/core';
import { IconMail, IconPencil, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gstStates } from '~/lib/gst-states';
import type { LeadDetail } from '../../schemas';
import { useLeadRights } from '../use-lead-rights';
import { DetailsForm } from './details-form';
import classes from './drawer.module.css';
import { Facts } from '~/components/facts';
import { Section } from '~/components/section';

/** Whom to speak to and about what; the same place turns into a form. */
export function ContactPanel({ lead }: { lead: LeadDetail }) {
  const { t } = useTranslation('leads');
  const { mayManage } = useLeadRights();
  const [editing, setEditing] = useState(false);
  const editable = mayManage && lead.status !== 'converted';
  return (
    <Section
      title={t('contact.title')}
      action={
        editable &&
        !editing && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPencil size={16} aria-hidden="true" />}
            onClick={() => setEditing(true)}
          >
            {t('contact.edit')}
          </Button>
        )
      }
    >
      {editing && editable ? <DetailsForm lead={lead} onDone={() => setEditing(false)} /> : <Contact lead={lead} />}
    </Section>
  );
}

function Contact({ lead }: { lead: LeadDetail }) {
  const { t } = useTranslation('leads');
  const place = [lead.address, lead.city, gstStates.find(({ code }) => code === lead.state)?.name];
  return (
    <>
      <p className={classes.person}>
        <strong>{lead.contact_name}</strong>
        {lead.designation !== null && <span>{lead.designation}</span>}
      </p>
      <ul className={classes.ways}>
        <li>
          <Anchor
            href={`mailto:${lead.contact_email}?subject=${encodeURIComponent(t('contact.subject', { reference: lead.reference }))}`}
            className="tap"
          >
            <IconMail size={18} aria-hidden="true" />
            {lead.contact_email}
          </Anchor>
        </li>
        <li>
          <Anchor href={`tel:${lead.contact_phone}`} className="tap">
            <IconPhone size={18} aria-hidden="true" />
            {lead.contact_phone}
          </Anchor>
        </li>
      </ul>
      <Facts
        facts={[
          { name: t('field.expected_students'), value: lead.expected_students?.toLocaleString('en-IN') ?? null },
          { name: t('field.track_ids'), value: lead.tracks.map(({ name }) => name).join(', ') },
          { name: t('contact.place'), value: place.filter(Boolean).join(', ') },
          { name: t('field.website'), value: lead.website && <Website address={lead.website} /> },
        ]}
      />
    </>
  );
}

/** A stranger typed it: the other page learns nothing about where the person came from. */
function Website({ address }: { address: string }) {
  return (
    <Anchor
      href={address}
      target="_blank"
      rel="noopener noreferrer nofollow"
      underline="always"
      style={{ overflowWrap: 'anywhere' }}
    >
      {address.replace(/^https?:\/\//, '')}
    </Anchor>
  );
}
