import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { DeskTaskFields } from '@/components/tasks/desk-fields';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { AppError } from '@/lib/core/errors';
import { localized } from '@/lib/core/paths';
import { getDeskTask } from '@/lib/tasks/desk/queries';
import { tasksPaths } from '@/lib/tasks/paths';
import { changeOwnTaskAction } from '../../actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'tasks.change.title');
}

export default async function DeskTaskChangePage({ params }: Props) {
  const { locale, id } = await params;
  const path = tasksPaths.deskTaskChange(id);
  const task = await guarded(locale, path, async () => {
    const found = await getDeskTask(await requireCounsellor(), id);
    if (!found.canChange) throw new AppError('NOT_FOUND');
    return found;
  });
  const t = await getTranslations({ locale, namespace: 'tasks' });
  return (
    <CounsellingShell holdsText locale={locale} path={path}>
      <PageHeader
        back={{ href: localized(locale, tasksPaths.deskTask(id)), label: task.text }}
        title={t('change.title')}
      />
      <Form locale={locale} action={changeOwnTaskAction} submitLabel={t('change.submit')}>
        <HiddenFields values={{ id, version: String(task.version) }} />
        <DeskTaskFields locale={locale} start={task} />
      </Form>
    </CounsellingShell>
  );
}
