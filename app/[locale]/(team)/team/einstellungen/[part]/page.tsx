import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { type SettingsField, SettingsFields } from '@/components/settings/settings-fields';
import { requireAdmin } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';
import { HOLIDAY_REGIONS, hoursText, WEEKDAYS } from '@/lib/settings/rules';
import type { Office } from '@/lib/settings/types';
import {
  saveHoursAction,
  saveLegalTextsAction,
  saveOfficeAction,
  savePromisesAction,
  saveReportingAction,
} from '../actions';

interface Props {
  params: Promise<{ locale: string; part: string }>;
}

type Kind = SettingsField['kind'];
type OfficeKey = Exclude<
  keyof Office,
  'version' | 'openingHours' | 'funders' | 'districts' | 'categories' | 'filledAsDemo'
>;

interface Part {
  action: FormAction;
  fields: readonly (readonly [OfficeKey, Kind, 'required'?])[];
}

const PARTS: Readonly<Record<string, Part>> = {
  buero: {
    action: saveOfficeAction,
    fields: [
      ['officeName', 'line', 'required'],
      ['forumName', 'line', 'required'],
      ['townName', 'line', 'required'],
      ['street', 'line', 'required'],
      ['postalCode', 'line', 'required'],
      ['phone', 'phone', 'required'],
      ['email', 'mail', 'required'],
      ['carrierName', 'line', 'required'],
      ['carrierAddress', 'line'],
      ['representedBy', 'line'],
    ],
  },
  oeffnungszeiten: { action: saveHoursAction, fields: [] },
  mangel: {
    action: saveReportingAction,
    fields: [
      ['reportingName', 'line'],
      ['reportingUrl', 'line'],
      ['reportingPhone', 'phone'],
    ],
  },
  fristen: {
    action: savePromisesAction,
    fields: [
      ['promiseWorkdays', 'number', 'required'],
      ['supportWorkdays', 'number', 'required'],
      ['holidayRegion', 'choice', 'required'],
    ],
  },
  rechtstexte: {
    action: saveLegalTextsAction,
    fields: [
      ['privacyContact', 'lines'],
      ['supervisoryBody', 'lines'],
      ['imprintExtra', 'lines'],
      ['privacyExtra', 'lines'],
      ['accessibilityExtra', 'lines'],
      ['easyLanguageExtra', 'lines'],
    ],
  },
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, part } = await params;
  return pageTitle(
    locale,
    Object.hasOwn(PARTS, part) ? `settings.${part}.title` : 'settings.title',
  );
}

export default async function SettingsPartPage({ params }: Props) {
  const { locale, part: name } = await params;
  const path = settingsPaths.teamSettingsPart(name);
  await guarded(locale, path, requireAdmin);
  const part = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  if (!part) notFound();
  const office = await getOffice({ locale: 'de' });
  const t = await getTranslations({ locale, namespace: 'settings' });
  // messages: settings.*
  const fields =
    name === 'oeffnungszeiten'
      ? await hoursFields(locale, office)
      : await officeFields(locale, office, part);
  return (
    <TeamShell holdsText locale={locale} path={path} current="settings">
      <PageHeader
        title={t(`${name}.title`)}
        lead={t(`${name}.lead`)}
        back={{ href: localized(locale, settingsPaths.teamSettings()), label: t('back') }}
      />
      <Form locale={locale} action={part.action} submitLabel={t('save')}>
        <HiddenFields values={{ version: String(office.version) }} />
        <SettingsFields fields={fields} seen={t('seen')} />
      </Form>
    </TeamShell>
  );
}

async function officeFields(locale: string, office: Office, part: Part): Promise<SettingsField[]> {
  const t = await getTranslations({ locale, namespace: 'settings' });
  return part.fields.map(([name, kind, required]) => ({
    name,
    kind,
    label: t(`field.${name}.label`),
    hint: t(`field.${name}.hint`),
    value: String(office[name]),
    required: required === 'required',
    options: HOLIDAY_REGIONS.map((region) => ({ value: region, label: t(`region.${region}`) })),
  }));
}

async function hoursFields(locale: string, office: Office): Promise<SettingsField[]> {
  const common = await getTranslations({ locale, namespace: 'common' });
  const t = await getTranslations({ locale, namespace: 'settings' });
  return WEEKDAYS.map((weekday) => ({
    name: `day${weekday}`,
    kind: 'line',
    label: common(`weekday.${weekday}`),
    hint: weekday === 1 ? t('oeffnungszeiten.hint') : undefined,
    value: hoursText(office.openingHours, weekday),
  }));
}
