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
import { type FunderSetting, listFunderSettings } from '@/lib/settings/funders/queries';
import { BACK_HOURS } from '@/lib/settings/funders/rules';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';
import {
  addFunderAction,
  changeFunderAction,
  removeFunderAction,
  restoreFunderAction,
} from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return pageTitle((await params).locale, 'settings.foerderer.title');
}

export default async function FundersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { add, item } = await believed(searchParams);
  const path = settingsPaths.teamSettingsPart('foerderer');
  const { standing, removed } = await guarded(locale, path, async () =>
    listFunderSettings(await requireAdmin()),
  );
  const t = await getTranslations({ locale, namespace: 'settings' });
  const changed = standing.find(({ id }) => id === item);
  // Either words are typed or a button is pressed: its answer would take them away.
  const isAdding = !changed && (standing.length + removed.length === 0 || add !== undefined);
  return (
    <TeamShell holdsText locale={locale} path={path} current="settings">
      <PageHeader
        title={t('foerderer.title')}
        lead={t('foerderer.lead')}
        back={{ href: localized(locale, settingsPaths.teamSettings()), label: t('back') }}
      />
      {standing.length === 0 ? <p>{t('foerderer.empty')}</p> : null}
      {changed ? <FunderForm locale={locale} funder={changed} hasBack /> : null}
      {isAdding ? <FunderForm locale={locale} hasBack={standing.length > 0} /> : null}
      {changed || isAdding ? null : <Funders {...{ locale, standing, removed }} />}
    </TeamShell>
  );
}

interface FundersProps {
  locale: string;
  standing: readonly FunderSetting[];
  removed: readonly FunderSetting[];
}

const hiddenOf = ({ id, version }: FunderSetting) => (
  <HiddenFields values={{ id, version: String(version) }} />
);

async function Funders({ locale, standing, removed }: FundersProps) {
  const t = await getTranslations({ locale, namespace: 'settings' });
  const { funders } = await getOffice({ locale });
  return (
    <>
      <ul className="stack list-none p-0">
        {standing.map((funder) => (
          <li key={funder.id} className="stack wrap-anywhere border-rule border-b pb-4">
            <FunderLogo
              name={funder.name}
              logo={funders.find(({ id }) => id === funder.id)?.logo ?? ''}
            />
            <p>
              <a href={localized(locale, settingsPaths.teamSettingsItem('foerderer', funder.id))}>
                {t('foerderer.change', { name: funder.name })}
              </a>
            </p>
            <Form
              locale={locale}
              action={removeFunderAction}
              submitLabel={t('foerderer.remove', { name: funder.name })}
              submitVariant="secondary"
              warnOnLeave={false}
            >
              {hiddenOf(funder)}
            </Form>
          </li>
        ))}
      </ul>
      <p>
        <a href={localized(locale, settingsPaths.teamSettingsAdd('foerderer'))}>
          {t('foerderer.add')}
        </a>
      </p>
      {removed.length > 0 ? (
        <Section
          title={t('foerderer.removed')}
          intro={<p>{t('foerderer.removedText', { hours: BACK_HOURS })}</p>}
        >
          <ul className="stack list-none p-0">
            {removed.map((funder) => (
              <li key={funder.id} className="wrap-anywhere">
                <Form
                  locale={locale}
                  action={restoreFunderAction}
                  submitLabel={t('foerderer.restore', { name: funder.name })}
                  submitVariant="secondary"
                  warnOnLeave={false}
                >
                  {hiddenOf(funder)}
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

interface FunderFormProps {
  locale: string;
  /** The one that is put right; none: another one is added. */
  funder?: FunderSetting;
  /** There is a list to go back to. */
  hasBack: boolean;
}

async function FunderForm({ locale, funder, hasBack }: FunderFormProps) {
  const t = await getTranslations({ locale, namespace: 'settings' });
  const seen = await whoSees(locale);
  const back = (
    <a href={localized(locale, settingsPaths.teamSettingsPart('foerderer'))}>
      {t('foerderer.back')}
    </a>
  );
  return (
    <Section
      title={funder ? t('foerderer.change', { name: funder.name }) : t('foerderer.add')}
      id="add"
    >
      <Form
        locale={locale}
        action={funder ? changeFunderAction : addFunderAction}
        submitLabel={t(funder ? 'save' : 'foerderer.submit')}
        secondary={hasBack ? back : null}
      >
        {funder ? hiddenOf(funder) : null}
        <TextField
          name="name"
          label={t('foerderer.name')}
          whoSees={seen.PUBLIC}
          maxLength={120}
          defaultValue={funder?.name}
          required
        />
        <TextField
          name="url"
          type="url"
          label={t('foerderer.url')}
          whoSees={seen.PUBLIC}
          autoComplete="off"
          defaultValue={funder?.url}
        />
        <FileField
          accept="logo"
          name="logo"
          label={t(funder ? 'foerderer.otherLogo' : 'foerderer.logo')}
          hint={t(funder ? 'foerderer.otherLogoHint' : 'foerderer.logoHint')}
          whoSees={seen.PUBLIC}
          required={!funder}
        />
      </Form>
    </Section>
  );
}
