import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { TaskFields } from '@/components/tasks/task-fields';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { AppError } from '@/lib/core/errors';
import { localized } from '@/lib/core/paths';
import { listPartners } from '@/lib/network/queries';
import { tasksPaths } from '@/lib/tasks/paths';
import { getTask } from '@/lib/tasks/queries';
import { changeTaskAction } from '../../actions';

interface Props {
  params: Promise<{ locale: string; number: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'tasks.change.title');
}

export default async function TeamTaskChangePage({ params }: Props) {
  const { locale, number } = await params;
  const path = tasksPaths.teamTaskChange(Number(number));
  const { task, partners } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const found = /^[1-9]\d{0,8}$/.test(number) ? await getTask(actor, Number(number)) : null;
    // What went with what it was about is not written anew: it can only be dropped.
    if (!found?.canChange || found.text === '') throw new AppError('NOT_FOUND');
    return { task: found, partners: await listPartners(actor) };
  });
  const t = await getTranslations({ locale, namespace: 'tasks' });
  const { id, version, text, assigneeId, assigneeName, dueOn, colleagues, counsellors } = task;
  return (
    <TeamShell holdsText locale={locale} path={path} current="tasks">
      <PageHeader
        back={{
          href: localized(locale, tasksPaths.teamTask(task.number)),
          label: t('case.numbered', { number: task.number }),
        }}
        title={t('change.title')}
      />
      <Form locale={locale} action={changeTaskAction} submitLabel={t('change.submit')}>
        <HiddenFields values={{ id, version: String(version) }} />
        <TaskFields
          {...{ locale, colleagues, counsellors }}
          partners={partners.map(({ name }) => name)}
          start={{ text, assigneeId, assigneeName, dueOn }}
        />
      </Form>
    </TeamShell>
  );
}
