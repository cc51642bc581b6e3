import { mailTemplateNames } from '@contracts/mail-templates.ts';
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { DataState } from '~/components/data-state';
import { DrawerLink } from '~/components/drawer-link';
import { StatusBadge } from '~/components/status-badge';
import { paths } from '~/lib/paths';
import { ownWordsQueryOptions } from '../../api/list-own-words';
import { SettingsHead } from '../settings-head';
import classes from '../settings.module.css';

/** Every mail there is, and which have words of their own. */
export default function MailsPage() {
  const { t } = useTranslation('adminSettings');
  const own = useQuery(ownWordsQueryOptions());
  return (
    <>
      <SettingsHead title={t('title.mails')} description={t('describe.mails')} />
      <DataState query={own}>
        {(words) => (
          <ul className={classes.list} aria-label={t('title.mails')}>
            {mailTemplateNames.map((template) => (
              <li key={template}>
                <Group gap="sm">
                  <DrawerLink to={paths.adminMail(template)}>{t(`mail.name.${template}`)}</DrawerLink>
                  {words.some((each) => each.template === template) && (
                    <StatusBadge tone="neutral" label={t('mail.own')} />
                  )}
                </Group>
                <Text size="sm" c="dimmed">
                  {t(`mail.when.${template}`)}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </DataState>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}
