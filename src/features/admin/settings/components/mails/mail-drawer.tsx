import { mailTemplateNames, type MailTemplate } from '@contracts/mail-templates.ts';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { drawerLinkId } from '~/components/drawer-link';
import { EmptyState } from '~/components/empty-state';
import { SideDrawer } from '~/components/side-drawer';
import { paths } from '~/lib/paths';
import { useCloseDrawer } from '~/lib/use-close-drawer';
import { ownWordsQueryOptions } from '../../api/list-own-words';
import { mailPreviewQueryOptions } from '../../api/preview-mail';
import { MailForm } from './mail-form';

/** One mail: its words, and how it looks. */
export default function MailDrawer() {
  const { t } = useTranslation('adminSettings');
  const { template = '' } = useParams();
  const close = useCloseDrawer(paths.adminMails(), drawerLinkId(paths.adminMail(template)));
  const known = mailTemplateNames.find((each) => each === template);
  return (
    <SideDrawer title={known === undefined ? t('mail.missing') : t(`mail.name.${known}`)} size="48rem" onClose={close}>
      {known === undefined ? (
        <EmptyState icon={IconZoomQuestion} title={t('mail.missing')} body={t('missingBody')} />
      ) : (
        <OneMail key={known} template={known} />
      )}
    </SideDrawer>
  );
}

function OneMail({ template }: { template: MailTemplate }) {
  const own = useQuery(ownWordsQueryOptions());
  const builtIn = useQuery(mailPreviewQueryOptions(template, null));
  // Each round begins with what is kept now: after saving, or when somebody else has saved.
  const [round, setRound] = useState(0);
  return (
    <DataState query={own}>
      {(all) => (
        <DataState query={builtIn}>
          {(mail) => (
            <MailForm
              key={round}
              template={template}
              own={all.find((each) => each.template === template) ?? null}
              builtIn={mail.builtIn}
              onFresh={() => setRound((count) => count + 1)}
            />
          )}
        </DataState>
      )}
    </DataState>
  );
}
