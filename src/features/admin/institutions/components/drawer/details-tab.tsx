import { Anchor, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '~/components/facts';
import { Section } from '~/components/section';
import { gstStates } from '~/lib/gst-states';
import type { InstitutionDetail } from '../../schemas';
import { EditDialog } from '../acts/edit-dialog';
import { useInstitutionRights } from '../use-institution-rights';

export function DetailsTab({ institution }: { institution: InstitutionDetail }) {
  const { t } = useTranslation('adminInstitutions');
  const { mayManage } = useInstitutionRights();
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title={t('details.title')}
      action={
        mayManage && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPencil size={16} aria-hidden="true" />}
            onClick={() => setEditing(true)}
          >
            {t('edit.open')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          { name: t('field.name'), value: institution.name },
          { name: t('field.kind'), value: t(`kind.${institution.kind}`) },
          { name: t('field.contact_name'), value: institution.contact_name },
          {
            name: t('field.contact_email'),
            value: institution.contact_email && (
              <Anchor href={`mailto:${institution.contact_email}`} className="tap">
                {institution.contact_email}
              </Anchor>
            ),
          },
          { name: t('field.contact_phone'), value: institution.contact_phone },
          { name: t('field.address'), value: institution.address },
          {
            name: t('field.state'),
            value: gstStates.find(({ code }) => code === institution.state)?.name ?? institution.state,
          },
          { name: t('field.gstin'), value: institution.gstin },
        ]}
      />
      {editing && <EditDialog institution={institution} onClose={() => setEditing(false)} />}
    </Section>
  );
}
