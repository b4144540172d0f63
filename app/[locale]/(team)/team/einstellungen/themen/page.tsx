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
import { listCategorySettings } from '@/lib/settings/queries';
import type { CategorySetting } from '@/lib/settings/types';
import { saveCategoryAction } from '../actions';

const PART = 'themen';
const NEW = 'new';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ item?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'settings.themen.title');
}

export default async function CategoriesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { item } = await believed(searchParams);
  const path = settingsPaths.teamSettingsPart(PART);
  const categories = await guarded(locale, path, async () =>
    listCategorySettings(await requireAdmin()),
  );
  const t = await getTranslations({ locale, namespace: 'settings' });
  const link = (id: string) => localized(locale, settingsPaths.teamSettingsItem(PART, id));
  if (item !== undefined) {
    const chosen = categories.find(({ id }) => id === item);
    if (!chosen && item !== NEW) notFound();
    return <CategoryPage locale={locale} category={chosen} position={categories.length + 1} />;
  }
  return (
    <TeamShell holdsText locale={locale} path={path} current="settings">
      <PageHeader
        title={t('themen.title')}
        lead={t('themen.lead')}
        back={{ href: localized(locale, settingsPaths.teamSettings()), label: t('back') }}
      />
      <SettingsList
        label={t('themen.title')}
        add={{ href: link(NEW), label: t('themen.add') }}
        items={categories.map((category) => ({
          href: link(category.id),
          title: category.label,
          note: category.labelEn,
          off: category.active ? undefined : t('themen.off'),
        }))}
      />
    </TeamShell>
  );
}

interface CategoryPageProps {
  locale: string;
  category: CategorySetting | undefined;
  position: number;
}

async function CategoryPage({ locale, category, position }: CategoryPageProps) {
  const t = await getTranslations({ locale, namespace: 'settings' });
  const path = settingsPaths.teamSettingsPart(PART);
  const label = (name: string) => ({
    label: t(`themen.field.${name}`),
    hint: t(`themen.hint.${name}`),
  });
  return (
    <TeamShell holdsText locale={locale} path={path} current="settings">
      <PageHeader
        title={category?.label ?? t('themen.add')}
        back={{ href: localized(locale, path), label: t('themen.back') }}
      />
      <Form locale={locale} action={saveCategoryAction} submitLabel={t('save')}>
        <HiddenFields
          values={{ id: category?.id ?? '', version: String(category?.version ?? 0) }}
        />
        <SettingsFields
          seen={t('seen')}
          fields={[
            {
              name: 'label',
              kind: 'line',
              ...label('label'),
              value: category?.label ?? '',
              required: true,
            },
            {
              name: 'labelEasy',
              kind: 'line',
              ...label('labelEasy'),
              value: category?.labelEasy ?? '',
            },
            { name: 'labelEn', kind: 'line', ...label('labelEn'), value: category?.labelEn ?? '' },
            {
              name: 'position',
              kind: 'number',
              ...label('position'),
              value: String(category?.position ?? position),
              required: true,
            },
          ]}
        />
        <Checkbox name="active" {...label('active')} defaultChecked={category?.active ?? true} />
      </Form>
    </TeamShell>
  );
}
