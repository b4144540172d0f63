import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { SurveyPhaseText } from '@/components/activation/surveys/phase';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { listOwed } from '@/lib/activation/inviting/queries';
import { activationPaths } from '@/lib/activation/paths';
import { dayColumn } from '@/lib/core/day.mjs';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-surveys.list.title');
}

/** What neighbours are, were and will be asked. */
export default async function TeamSurveysPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { saved } = await believed(searchParams);
  const path = activationPaths.teamSurveys();
  const surveys = await guarded(locale, path, async () => listOwed(await requireCoordinator()));
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  const book = await getTranslations({ locale, namespace: 'activation-formats.case' });
  const day = (date: string) => longDay(dayColumn(date), locale);
  return (
    <TeamShell locale={locale} path={path} current="activation">
      <PageHeader
        back={{ href: localized(locale, activationPaths.teamFormats()), label: book('back') }}
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          <ButtonLink href={localized(locale, activationPaths.teamSurveyNew())}>
            {t('list.new')}
          </ButtonLink>
        }
      />
      {saved === 'deleted' ? (
        <Notice tone="good" role="status">
          <p>{t('list.deleted')}</p>
        </Notice>
      ) : null}
      <DataTable
        caption={t('list.title')}
        captionHidden
        columns={[
          { key: 'name', label: t('list.name'), rowHeader: true },
          { key: 'days', label: t('list.days') },
          { key: 'state', label: t('list.state') },
          { key: 'sheets', label: t('list.sheets'), align: 'end' },
          { key: 'action', label: t('list.look') },
        ]}
        rows={surveys.map(({ id, title, startsOn, endsOn, phase, isOwed, answers }) => ({
          id,
          cells: {
            name: title,
            days: t('days', { from: day(startsOn), until: day(endsOn) }),
            state: <SurveyPhaseText {...{ locale, phase, isOwed }} />,
            sheets: String(answers),
            action: (
              <a href={localized(locale, activationPaths.teamSurvey(id))}>
                {t('list.look')}
                <VisuallyHidden> – {title}</VisuallyHidden>
              </a>
            ),
          },
        }))}
        empty={<EmptyState title={t('list.none')} />}
      />
    </TeamShell>
  );
}
