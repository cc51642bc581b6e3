import {
  IconBuilding,
  IconClockHour4,
  IconId,
  IconMail,
  IconReceiptTax,
  IconSend,
  IconSpeakerphone,
  IconTicket,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaNav } from '~/components/area-nav';
import { PageHeader } from '~/components/page-header';
import { useAccess } from '~/entities/permissions/access';
import { paths } from '~/lib/paths';
import type { SettingKey } from '../model/setting-fields';

const icons: Record<SettingKey, typeof IconMail> = {
  company: IconBuilding,
  tax: IconReceiptTax,
  policies: IconClockHour4,
  branding: IconId,
  mail: IconSend,
  maintenance: IconSpeakerphone,
};
const keys = ['company', 'tax', 'policies', 'branding', 'maintenance', 'mail'] as const;

/** Heading of the pages of settings, and the way between those that this person may open. */
export function SettingsHead({
  title,
  description,
  actions,
}: {
  title: string;
  description: string;
  actions?: ReactNode;
}) {
  const { t } = useTranslation('adminSettings');
  const held = useAccess().data?.permissions ?? [];
  const settings = held.includes('settings.manage')
    ? [
        ...keys.map((key) => ({ to: paths.adminSetting(key), label: t(`title.${key}`), Icon: icons[key] })),
        { to: paths.adminMails(), label: t('title.mails'), Icon: IconMail },
      ]
    : [];
  const coupons = held.includes('coupons.manage')
    ? [{ to: paths.adminCoupons(), label: t('title.coupons'), Icon: IconTicket }]
    : [];
  return (
    <>
      <PageHeader title={title} description={description} actions={actions} />
      <AreaNav label={t('nav')} links={[...settings, ...coupons]} />
    </>
  );
}
