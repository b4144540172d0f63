import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { Select } from '@/components/form/select';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { getProfile } from '@/lib/accounts/profile/queries';
import { LOCALES, localized } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';
import { districtsToChoose } from '@/lib/settings/rules';
import { updateProfileAction } from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'profile.edit.title');
}

export default async function ProfilePage({ params }: Props) {
  const { locale } = await params;
  const path = accountsPaths.accountProfile();
  const profile = await guarded(locale, path, async () => getProfile(await requireActor()));
  const office = await getOffice({ locale });
  const districts = districtsToChoose(office, [profile.districtId ?? '']);
  const t = await getTranslations({ locale, namespace: 'profile' });
  const common = await getTranslations({ locale, namespace: 'common' });
  return (
    <ActShell holdsText locale={locale} path={path}>
      <PageHeader
        title={t('edit.title')}
        back={{ href: localized(locale, accountsPaths.account()), label: t('back') }}
      />
      <Form locale={locale} action={updateProfileAction} submitLabel={t('edit.submit')}>
        <TextField
          name="displayName"
          label={t('edit.name')}
          hint={t('edit.nameHint')}
          whoSees={{ audience: 'INTERNAL', text: t('edit.nameSeen') }}
          defaultValue={profile.displayName ?? ''}
          maxLength={60}
          autoComplete="nickname"
        />
        <Select
          whoSees={{ audience: 'INTERNAL', text: t('edit.districtSeen') }}
          name="district"
          label={t('edit.district')}
          hint={t('edit.districtHint')}
          defaultValue={profile.districtId ?? ''}
          options={[
            { value: '', label: t('edit.noDistrict') },
            ...districts.map((district) => ({ value: district.id, label: district.name })),
          ]}
        />
        <Select
          whoSees="nobody"
          name="locale"
          label={t('edit.language')}
          hint={t('edit.languageHint')}
          defaultValue={profile.locale}
          options={LOCALES.map((code) => ({ value: code, label: common(`language.${code}`) }))}
          required
        />
      </Form>
    </ActShell>
  );
}
