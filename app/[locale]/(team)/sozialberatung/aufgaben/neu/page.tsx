import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { DeskTaskFields } from '@/components/tasks/desk-fields';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { tasksPaths } from '@/lib/tasks/paths';
import { addOwnTaskAction } from '../actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'tasks-desk.new');
}

/** Something to do that whoever counsels writes down for themselves. */
export default async function DeskTaskNewPage({ params }: Props) {
  const { locale } = await params;
  const path = tasksPaths.deskTaskNew();
  await guarded(locale, path, () => requireCounsellor());
  const t = await getTranslations({ locale, namespace: 'tasks-desk' });
  return (
    <CounsellingShell holdsText locale={locale} path={path}>
      <PageHeader
        back={{ href: localized(locale, tasksPaths.deskTasks()), label: t('title') }}
        title={t('new')}
      />
      <Form locale={locale} action={addOwnTaskAction} submitLabel={t('submit')}>
        <DeskTaskFields locale={locale} />
      </Form>
    </CounsellingShell>
  );
}
