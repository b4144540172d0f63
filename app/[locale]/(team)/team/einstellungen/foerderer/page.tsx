import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { FileField } from '@/components/form/file-field';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { FunderLogo } from '@/components/settings/funder-logo';
import { requireAdmin } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';
import { addFunderAction, removeFunderAction } from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ add?: string | string[] }>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return pageTitle((await params).locale, 'settings.foerderer.title');
}

export default async function FundersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const path = settingsPaths.teamSettingsPart('foerderer');
  await guarded(locale, path, requireAdmin);
  const { funders } = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'settings' });
  // Either words are typed or a button is pressed: its answer would take them away.
  const isAdding = funders.length === 0 || (await believed(searchParams)).add !== undefined;
  return (
    <TeamShell holdsText locale={locale} path={path} current="settings">
      <PageHeader
        title={t('foerderer.title')}
        lead={t('foerderer.lead')}
        back={{ href: localized(locale, settingsPaths.teamSettings()), label: t('back') }}
      />
      {funders.length === 0 ? <p>{t('foerderer.empty')}</p> : null}
      <ul className="stack list-none p-0">
        {funders.map((funder) => (
          <li key={funder.id} className="wrap-anywhere border-rule border-b pb-4">
            <FunderLogo name={funder.name} logo={funder.logo} />
            {isAdding ? null : (
              <Form
                locale={locale}
                action={removeFunderAction}
                submitLabel={t('foerderer.remove', { name: funder.name })}
                submitVariant="secondary"
                warnOnLeave={false}
              >
                <HiddenFields values={{ id: funder.id }} />
              </Form>
            )}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <NewFunder locale={locale} isFirst={funders.length === 0} />
      ) : (
        <p>
          <a href={localized(locale, settingsPaths.teamSettingsAdd('foerderer'))}>
            {t('foerderer.add')}
          </a>
        </p>
      )}
    </TeamShell>
  );
}

async function NewFunder({ locale, isFirst }: { locale: string; isFirst: boolean }) {
  const t = await getTranslations({ locale, namespace: 'settings' });
  const seen = await whoSees(locale);
  return (
    <Section title={t('foerderer.add')} id="add">
      <Form
        locale={locale}
        action={addFunderAction}
        submitLabel={t('foerderer.submit')}
        secondary={
          isFirst ? null : (
            <a href={localized(locale, settingsPaths.teamSettingsPart('foerderer'))}>
              {t('foerderer.back')}
            </a>
          )
        }
      >
        <TextField
          name="name"
          label={t('foerderer.name')}
          whoSees={seen.PUBLIC}
          maxLength={120}
          required
        />
        <TextField
          name="url"
          type="url"
          label={t('foerderer.url')}
          whoSees={seen.PUBLIC}
          autoComplete="off"
        />
        <FileField
          accept="logo"
          name="logo"
          label={t('foerderer.logo')}
          hint={t('foerderer.logoHint')}
          whoSees={seen.PUBLIC}
          required
        />
      </Form>
    </Section>
  );
}
