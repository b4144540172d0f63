import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { SettingsFields } from '@/components/settings/settings-fields';
import { SettingsList } from '@/components/settings/settings-list';
import { requireAdmin } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { settingsPaths } from '@/lib/settings/paths';
import { listOwnTexts } from '@/lib/settings/queries';
import type { OwnTextSetting } from '@/lib/settings/types';
import { saveOwnTextAction } from '../actions';

const PART = 'angebot';
const TEXTS = ['text', 'textEasy', 'textEn'] as const;

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ item?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'settings.angebot.title');
}

/** What only the carrier can say of itself; what is empty here stands on no page. */
export default async function OwnTextsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { item } = await believed(searchParams);
  const path = settingsPaths.teamSettingsPart(PART);
  const texts = await guarded(locale, path, async () => listOwnTexts(await requireAdmin()));
  if (item !== undefined) {
    const chosen = texts.find(({ key }) => key === item);
    if (!chosen) notFound();
    return <OwnTextPage locale={locale} chosen={chosen} />;
  }
  // messages: settings-own.key.*
  const own = await getTranslations({ locale, namespace: 'settings-own' });
  const t = await getTranslations({ locale, namespace: 'settings' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="settings">
      <PageHeader
        title={t('angebot.title')}
        lead={t('angebot.lead')}
        back={{ href: localized(locale, settingsPaths.teamSettings()), label: t('back') }}
      />
      <SettingsList
        label={t('angebot.title')}
        items={texts.map(({ key, text }) => ({
          href: localized(locale, settingsPaths.teamSettingsItem(PART, key)),
          title: own(`key.${key}`),
          note: text,
          off: text === '' ? t('angebot.empty') : undefined,
        }))}
      />
    </TeamShell>
  );
}

async function OwnTextPage({ locale, chosen }: { locale: string; chosen: OwnTextSetting }) {
  const t = await getTranslations({ locale, namespace: 'settings' });
  // messages: settings-own.key.* settings-own.where.*
  const own = await getTranslations({ locale, namespace: 'settings-own' });
  const path = settingsPaths.teamSettingsPart(PART);
  const { key, version } = chosen;
  return (
    <TeamShell holdsText locale={locale} path={path} current="settings">
      <PageHeader
        title={own(`key.${key}`)}
        lead={own(`where.${key}`)}
        back={{ href: localized(locale, path), label: t('angebot.back') }}
      />
      <Form locale={locale} action={saveOwnTextAction} submitLabel={t('save')}>
        <HiddenFields values={{ key, version: String(version) }} />
        {/* messages: settings.angebot.* */}
        <SettingsFields
          // What is signed stands on paper, and on no page.
          seen={key.startsWith('CONSENT_') ? own(`where.${key}`) : t('seen')}
          fields={TEXTS.map((name) => ({
            name,
            kind: 'lines',
            label: t(`angebot.field.${name}`),
            hint: t(`angebot.hint.${name}`),
            value: chosen[name],
          }))}
        />
      </Form>
    </TeamShell>
  );
}
