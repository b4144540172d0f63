import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { TaskFields } from '@/components/tasks/task-fields';
import { ThingText } from '@/components/tasks/thing';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { getPartnerCase, listPartners } from '@/lib/network/queries';
import { tasksPaths } from '@/lib/tasks/paths';
import { getBeforeAdding } from '@/lib/tasks/queries';
import { lastStepOf } from '@/lib/tasks/rules';
import { addTaskAction } from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'tasks.new.title');
}

/** Something to do, of itself or about the thing somebody comes from. */
export default async function TeamTaskNewPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { of, id, step } = await believed(searchParams);
  const [kind, thingId] = [String(of ?? ''), String(id ?? '')];
  const isOfStep = kind === 'partner' && step === 'last';
  const path = pathOf(kind, thingId, isOfStep);
  const { colleagues, counsellors, thing, partners, agreed } = await guarded(
    locale,
    path,
    async () => {
      const actor = await requireCoordinator();
      return {
        ...(await getBeforeAdding(actor, kind, thingId)),
        partners: await listPartners(actor),
        // Its words are read here and never stand in an address.
        agreed: isOfStep ? lastStepOf((await getPartnerCase(actor, thingId)).contacts) : '',
      };
    },
  );
  const t = await getTranslations({ locale, namespace: 'tasks' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="tasks">
      <PageHeader
        back={{ href: localized(locale, tasksPaths.teamTasks()), label: t('case.back') }}
        title={t('new.title')}
        meta={thing ? <ThingText locale={locale} thing={thing} /> : undefined}
      />
      {agreed ? <p>{t('of.stepFilled')}</p> : null}
      <Form locale={locale} action={addTaskAction} submitLabel={t('new.submit')}>
        <HiddenFields
          values={{
            thingKind: thing?.kind ?? '',
            thingId: thing?.isGone === false ? thing.id : '',
          }}
        />
        <TaskFields
          {...{ locale, colleagues, counsellors }}
          partners={partners.map(({ name }) => name)}
          start={
            agreed ? { text: agreed, assigneeId: '', assigneeName: '', dueOn: null } : undefined
          }
        />
      </Form>
    </TeamShell>
  );
}

function pathOf(kind: string, id: string, isOfStep: boolean): string {
  if (kind === '') return tasksPaths.teamTaskNew();
  return isOfStep ? tasksPaths.teamTaskNewFromStep(kind, id) : tasksPaths.teamTaskNewNext(kind, id);
}
