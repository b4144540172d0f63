import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { GroupFields } from '@/components/initiatives/group-fields';
import { PageHeader } from '@/components/layout/page-header';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { getOffice } from '@/lib/settings/queries';
import { addGroupAction } from '../actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'initiatives-groups.add.title');
}

export default async function TeamGroupNewPage({ params }: Props) {
  const { locale } = await params;
  const path = initiativesPaths.teamGroupNew();
  await guarded(locale, path, requireCoordinator);
  const t = await getTranslations({ locale, namespace: 'initiatives-groups' });
  const { districts } = await getOffice({ locale });
  return (
    <TeamShell holdsText locale={locale} path={path} current="initiatives">
      <PageHeader
        back={{ href: localized(locale, initiativesPaths.teamGroups()), label: t('list.title') }}
        title={t('add.title')}
      />
      <Form locale={locale} action={addGroupAction} submitLabel={t('add.submit')}>
        <GroupFields locale={locale} districts={districts} />
      </Form>
    </TeamShell>
  );
}
