import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Checkbox } from '@/components/form/checkbox';
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
import { listDistrictSettings } from '@/lib/settings/queries';
import type { DistrictSetting } from '@/lib/settings/types';
import { saveDistrictAction } from '../actions';

const PART = 'stadtteile';
const NEW = 'new';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ item?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'settings.stadtteile.title');
}

export default async function DistrictsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { item } = await believed(searchParams);
  const path = settingsPaths.teamSettingsPart(PART);
  const districts = await guarded(locale, path, async () =>
    listDistrictSettings(await requireAdmin()),
  );
  const t = await getTranslations({ locale, namespace: 'settings' });
  const link = (id: string) => localized(locale, settingsPaths.teamSettingsItem(PART, id));
  if (item !== undefined) {
    const chosen = districts.find(({ id }) => id === item);
    if (!chosen && item !== NEW) notFound();
    return <DistrictPage locale={locale} district={chosen} position={districts.length + 1} />;
  }
  return (
    <TeamShell holdsText locale={locale} path={path} current="settings">
      <PageHeader
        title={t('stadtteile.title')}
        lead={t('stadtteile.lead')}
        back={{ href: localized(locale, settingsPaths.teamSettings()), label: t('back') }}
      />
      <SettingsList
        label={t('stadtteile.title')}
        add={{ href: link(NEW), label: t('stadtteile.add') }}
        items={districts.map((district) => ({
          href: link(district.id),
          title: district.name,
          note: t('stadtteile.places', { count: district.places.length }),
          off: district.active ? undefined : t('stadtteile.off'),
        }))}
      />
    </TeamShell>
  );
}

interface DistrictPageProps {
  locale: string;
  district: DistrictSetting | undefined;
  position: number;
}

async function DistrictPage({ locale, district, position }: DistrictPageProps) {
  const t = await getTranslations({ locale, namespace: 'settings' });
  const path = settingsPaths.teamSettingsPart(PART);
  const label = (name: string) => ({
    label: t(`stadtteile.field.${name}`),
    hint: t(`stadtteile.hint.${name}`),
  });
  return (
    <TeamShell holdsText locale={locale} path={path} current="settings">
      <PageHeader
        title={district?.name ?? t('stadtteile.add')}
        back={{ href: localized(locale, path), label: t('stadtteile.back') }}
      />
      <Form locale={locale} action={saveDistrictAction} submitLabel={t('save')}>
        <HiddenFields
          values={{ id: district?.id ?? '', version: String(district?.version ?? 0) }}
        />
        <SettingsFields
          seen={t('seen')}
          fields={[
            {
              name: 'name',
              kind: 'line',
              ...label('name'),
              value: district?.name ?? '',
              required: true,
            },
            {
              name: 'description',
              kind: 'lines',
              ...label('description'),
              value: district?.description ?? '',
            },
            {
              name: 'places',
              kind: 'lines',
              ...label('places'),
              value: district?.places.join('\n') ?? '',
            },
            {
              name: 'position',
              kind: 'number',
              ...label('position'),
              value: String(district?.position ?? position),
              required: true,
            },
          ]}
        />
        <Checkbox name="active" {...label('active')} defaultChecked={district?.active ?? true} />
      </Form>
    </TeamShell>
  );
}
