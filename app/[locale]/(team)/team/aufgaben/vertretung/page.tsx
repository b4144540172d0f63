import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { AbsenceFields, AbsenceTable } from '@/components/tasks/absences';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { listAbsences } from '@/lib/tasks/absences/queries';
import { tasksPaths } from '@/lib/tasks/paths';
import { addAbsenceAction, endAbsenceAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'tasks.absence.title');
}

/** Who is away, and with whom their tasks stand meanwhile. */
export default async function TeamAbsencesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { saved } = await believed(searchParams);
  const path = tasksPaths.teamAbsences();
  const { absences, colleagues, self } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return { ...(await listAbsences(actor)), self: actor.id };
  });
  const t = await getTranslations({ locale, namespace: 'tasks' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="tasks">
      <PageHeader
        back={{ href: localized(locale, tasksPaths.teamTasks()), label: t('case.back') }}
        title={t('absence.title')}
        lead={t('absence.lead')}
      />
      {saved === 'added' || saved === 'ended' ? (
        <Notice tone="good" role="status">
          {/* messages: tasks.absence.saved.* */}
          <p>{t(`absence.saved.${saved}`)}</p>
        </Notice>
      ) : null}
      <Section title={t('absence.coming')}>
        <AbsenceTable {...{ locale, absences }} endAction={endAbsenceAction} />
      </Section>
      <Section title={t('absence.new')}>
        <Form locale={locale} action={addAbsenceAction} submitLabel={t('absence.submit')}>
          <AbsenceFields {...{ locale, colleagues, self }} />
        </Form>
      </Section>
    </TeamShell>
  );
}
