import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { DraftFields } from '@/components/voting/draft-fields';
import { MethodChoice } from '@/components/voting/method-choice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized, numberInPath } from '@/lib/core/paths';
import type { PollMethod } from '@/lib/elections/results/types';
import { getOffice } from '@/lib/settings/queries';
import { votingPaths } from '@/lib/voting/paths';
import { findPollSource, listCardBatchChoices } from '@/lib/voting/prepare/queries';
import { methodOf, methodSlug, suggestDraft } from '@/lib/voting/prepare/rules';
import type { PollSourceView } from '@/lib/voting/prepare/types';
import { savePollDraftAction } from '../actions';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ proposal?: string | string[]; method?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, 'voting-office.new.title');
}

/** First which kind of question it is, then what that kind needs. */
export default async function NewPollPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const query = await believed(searchParams);
  const proposal = numberInPath(String(query.proposal ?? ''));
  const method = methodOf(String(query.method ?? ''));
  const path = votingPaths.teamPollNew(proposal, method ? methodSlug(method) : undefined);
  const { actor, source } = await guarded(locale, path, async () => {
    const who = await requireCoordinator();
    return { actor: who, source: proposal ? await findPollSource(who, proposal) : null };
  });
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
  const methods = await getTranslations({ locale, namespace: 'voting-methods' });
  const number = source?.number;
  const hrefOf = (one: PollMethod) =>
    localized(locale, votingPaths.teamPollNew(number, methodSlug(one)));
  return (
    <TeamShell holdsText locale={locale} path={path} current="polls">
      <PageHeader
        // messages: voting-methods.name.*
        title={
          method ? drafts('new.titleOf', { method: methods(`name.${method}`) }) : t('new.title')
        }
        overline={
          source
            ? t('poll.proposalLink', { number: source.number, title: source.title })
            : undefined
        }
        lead={method ? t('new.lead') : drafts('choice.lead')}
        back={
          method
            ? {
                href: localized(locale, votingPaths.teamPollNew(number)),
                label: drafts('choice.other'),
              }
            : { href: localized(locale, votingPaths.teamPolls()), label: t('poll.back') }
        }
      />
      {method ? (
        <Form locale={locale} action={savePollDraftAction} submitLabel={t('new.save')}>
          <DraftFields
            locale={locale}
            draft={suggestDraft(source, method, officeToday())}
            number=""
            proposal={proposalOf(source)}
            districts={(await getOffice({ locale })).districts}
            batches={await listCardBatchChoices(actor)}
          />
        </Form>
      ) : (
        <MethodChoice locale={locale} hrefOf={hrefOf} />
      )}
    </TeamShell>
  );
}

const proposalOf = (source: PollSourceView | null) => (source ? String(source.number) : '');
