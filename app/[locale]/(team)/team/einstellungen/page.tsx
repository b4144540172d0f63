import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { SetupSteps } from '@/components/settings/setup-steps';
import { Card, CardList } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { requireAdmin } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';
import { SETTINGS_PARTS } from '@/lib/settings/rules';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'settings.title');
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { saved } = await believed(searchParams);
  const path = settingsPaths.teamSettings();
  await guarded(locale, path, requireAdmin);
  const t = await getTranslations({ locale, namespace: 'settings' });
  return (
    <TeamShell locale={locale} path={path} current="settings">
      <PageHeader title={t('title')} lead={t('lead')} />
      {saved === undefined ? null : (
        <Notice tone="good" role="status">
          {t('saved')}
        </Notice>
      )}
      <SetupSteps locale={locale} office={await getOffice({ locale })} />
      {/* messages: settings.* */}
      <CardList columns={2} label={t('title')}>
        {SETTINGS_PARTS.map((part) => (
          <Card
            key={part}
            level={2}
            title={t(`${part}.title`)}
            href={localized(locale, settingsPaths.teamSettingsPart(part))}
          >
            {t(`${part}.summary`)}
          </Card>
        ))}
      </CardList>
    </TeamShell>
  );
}
