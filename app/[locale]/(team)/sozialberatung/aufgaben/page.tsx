import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { DeskTaskTable } from '@/components/tasks/desk-table';
import { ButtonLink } from '@/components/ui/button';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized } from '@/lib/core/paths';
import { listDeskTasks } from '@/lib/tasks/desk/queries';
import { tasksPaths } from '@/lib/tasks/paths';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'tasks-desk.title');
}

/** What whoever counsels has to do. */
export default async function DeskTasksPage({ params }: Props) {
  const { locale } = await params;
  const path = tasksPaths.deskTasks();
  const { open, closed } = await guarded(locale, path, async () =>
    listDeskTasks(await requireCounsellor()),
  );
  const t = await getTranslations({ locale, namespace: 'tasks-desk' });
  return (
    <CounsellingShell locale={locale} path={path}>
      <PageHeader
        back={{ href: localized(locale, accountsPaths.counsellingDesk()), label: t('back') }}
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href={localized(locale, tasksPaths.deskTaskNew())}>{t('new')}</ButtonLink>
            <a href={localized(locale, tasksPaths.deskAbsences())}>{t('absence.title')}</a>
          </>
        }
      />
      <Section title={t('open')}>
        <DeskTaskTable
          {...{ locale, tasks: open }}
          caption={t('open')}
          empty={<p>{t('openNone')}</p>}
        />
      </Section>
      <Section title={t('closed')} intro={<p>{t('closedText')}</p>}>
        <DeskTaskTable
          {...{ locale, tasks: closed }}
          caption={t('closed')}
          empty={<p>{t('closedNone')}</p>}
        />
      </Section>
    </CounsellingShell>
  );
}
