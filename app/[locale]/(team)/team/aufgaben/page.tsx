import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { KeptTable } from '@/components/tasks/kept-table';
import { TaskTable } from '@/components/tasks/task-table';
import { ViewForm } from '@/components/tasks/view-form';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Pages } from '@/components/ui/pagination';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { tasksPaths } from '@/lib/tasks/paths';
import { listTasks } from '@/lib/tasks/queries';
import { isNarrow } from '@/lib/tasks/rules';
import { chooseViewAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const SAVED = { chosen: 'view.chosen', given: 'kept.given', taken: 'kept.taken' } as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'tasks.list.title');
}

/** Everything the office has to do, whatever it is about. */
export default async function TeamTasksPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { saved, page: asked } = await believed(searchParams);
  const path = tasksPaths.teamTasks();
  const list = await guarded(locale, path, async () =>
    listTasks(await requireCoordinator(), Number(asked ?? 1)),
  );
  const { view, open, kept, closed, kinds, page, pages } = list;
  const t = await getTranslations({ locale, namespace: 'tasks' });
  const done = (['chosen', 'given', 'taken'] as const).find((one) => one === saved);
  return (
    <TeamShell locale={locale} path={path} current="tasks">
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={await ways(locale)} />
      {done ? (
        <Notice tone="good" role="status">
          {/* messages: tasks.view.chosen tasks.kept.given tasks.kept.taken */}
          <p>{t(SAVED[done])}</p>
        </Notice>
      ) : null}
      <ViewForm {...{ locale, view, kinds }} action={chooseViewAction} />
      <Section
        title={t('list.open')}
        intro={<p>{t('list.openCount', { count: list.openCount })}</p>}
      >
        <TaskTable
          {...{ locale, tasks: open }}
          caption={t('list.open')}
          empty={t(isNarrow(view) ? 'list.noneChosen' : 'list.openNone')}
        />
        <Pages
          {...{ page, pages }}
          hrefOf={(to) => localized(locale, tasksPaths.teamTasksPage(to))}
          words={{
            label: t('list.pages'),
            status: t('list.page', { page, pages }),
            previous: t('list.earlier'),
            next: t('list.later'),
          }}
        />
      </Section>
      {kept.length > 0 ? (
        <Section title={t('list.kept')} intro={<p>{t('list.keptText')}</p>}>
          <KeptTable {...{ locale, tasks: kept }} caption={t('list.kept')} />
        </Section>
      ) : null}
      <Section
        title={t('list.closed')}
        intro={<p>{t('list.closedText', { count: list.closedCount, shown: closed.length })}</p>}
      >
        <TaskTable
          {...{ locale, tasks: closed }}
          caption={t('list.closed')}
          empty={t(isNarrow(view) ? 'list.noneChosen' : 'list.closedNone')}
        />
      </Section>
    </TeamShell>
  );
}

async function ways(locale: string) {
  const t = await getTranslations({ locale, namespace: 'tasks.list' });
  return (
    <>
      <ButtonLink href={localized(locale, tasksPaths.teamTaskNew())}>{t('new')}</ButtonLink>
      <a href={localized(locale, tasksPaths.teamAbsences())}>{t('absences')}</a>
    </>
  );
}
