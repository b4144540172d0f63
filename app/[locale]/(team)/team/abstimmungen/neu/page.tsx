import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Form } from '@/app/[locale]/form';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { DraftFields } from '@/components/voting/draft-fields';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized, routes } from '@/lib/core/routes';
import { getOffice } from '@/lib/settings/queries';
import { findPollSource, suggestDraft } from '@/lib/voting/drafts/queries';
import { numberInPath } from '@/lib/voting/rules';
import { savePollDraftAction } from '../actions';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ proposal?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, 'voting-office.new.title');
}

export default async function NewPollPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const proposal = numberInPath(String((await searchParams).proposal ?? ''));
  const path = routes.teamPollNew(proposal);
  const { source, draft } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const found = proposal ? await findPollSource(actor, proposal) : null;
    return { source: found, draft: suggestDraft(actor, found) };
  });
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const { districts } = await getOffice({ locale });
  return (
    <TeamShell locale={locale} path={path} current="polls">
      <PageHeader
        title={t('new.title')}
        overline={
          source
            ? t('poll.proposalLink', { number: source.number, title: source.title })
            : undefined
        }
        lead={t('new.lead')}
        back={{ href: localized(locale, routes.teamPolls()), label: t('poll.back') }}
      />
      <Form locale={locale} action={savePollDraftAction} submitLabel={t('new.save')}>
        <DraftFields
          locale={locale}
          draft={draft}
          number=""
          proposal={source ? String(source.number) : ''}
          districts={districts}
        />
      </Form>
    </TeamShell>
  );
}
