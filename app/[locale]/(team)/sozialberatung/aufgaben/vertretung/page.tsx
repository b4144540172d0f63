import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { AbsenceFields, AbsenceTable } from '@/components/tasks/absences';
import { Notice } from '@/components/ui/notice';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { listOwnAbsences } from '@/lib/tasks/absences/queries';
import { tasksPaths } from '@/lib/tasks/paths';
import { addOwnAbsenceAction, endOwnAbsenceAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return pageTitle((await params).locale, 'tasks-desk.absence.title');
}

/** When whoever counsels is away, and who of the counselling does what is theirs meanwhile. */
export default async function DeskAbsencesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { saved } = await believed(searchParams);
  const path = tasksPaths.deskAbsences();
  const { absences, colleagues } = await guarded(locale, path, async () =>
    listOwnAbsences(await requireCounsellor()),
  );
  const t = await getTranslations({ locale, namespace: 'tasks' });
  const desk = await getTranslations({ locale, namespace: 'tasks-desk' });
  return (
    <CounsellingShell holdsText locale={locale} path={path}>
      <PageHeader
        back={{ href: localized(locale, tasksPaths.deskTasks()), label: desk('title') }}
        title={desk('absence.title')}
        lead={desk('absence.lead')}
      />
      {saved === 'added' || saved === 'ended' ? (
        <Notice tone="good" role="status">
          {/* messages: tasks.absence.saved.* */}
          <p>{t(`absence.saved.${saved}`)}</p>
        </Notice>
      ) : null}
      <Section title={desk('absence.coming')}>
        <AbsenceTable
          {...{ locale, absences }}
          endAction={endOwnAbsenceAction}
          words={{
            ...{ none: desk('absence.none'), nobody: desk('absence.nobody') },
            deputyAway: desk('absence.deputyAway'),
          }}
        />
      </Section>
      <Section title={t('absence.new')}>
        <Form locale={locale} action={addOwnAbsenceAction} submitLabel={t('absence.submit')}>
          <AbsenceFields {...{ locale, colleagues }} seen={desk('absence.seen')} />
        </Form>
      </Section>
    </CounsellingShell>
  );
}
