import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { DraftFields } from '@/components/voting/draft-fields';
import { MethodChoice } from '@/components/voting/method-choice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { AppError } from '@/lib/core/errors';
import { believed } from '@/lib/core/page-cache';
import { localized, numberInPath } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';
import { votingPaths } from '@/lib/voting/paths';
import { findCheck } from '@/lib/voting/prepare/checking/queries';
import { getPollForOffice, listCardBatchChoices } from '@/lib/voting/prepare/queries';
import { draftInMethod, methodOf, methodSlug } from '@/lib/voting/prepare/rules';
import { savePollDraftAction } from '../../actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ method?: string | string[] }>;
};

/** In the address: the method has still to be chosen. */
const CHOOSE = 'waehlen';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'voting-drafts.edit.title', { number: numberInPath(number) });
}

export default async function EditPollPage({ params, searchParams }: Props) {
  const { locale, number: typed } = await params;
  const number = numberInPath(typed);
  const kind = String((await believed(searchParams)).method ?? '');
  const path = votingPaths.teamPollEdit(number);
  const { actor, view, check } = await guarded(locale, path, async () => {
    const who = await requireCoordinator();
    const found = await getPollForOffice(who, number);
    if (found.poll.phase !== 'draft') throw new AppError('NOT_FOUND');
    return { actor: who, view: found, check: await findCheck(who, number) };
  });
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
  const methods = await getTranslations({ locale, namespace: 'voting-methods' });
  const draft = draftInMethod(view.draft, methodOf(kind));
  const chooses = kind === CHOOSE;
  return (
    <TeamShell holdsText locale={locale} path={path} current="polls">
      <PageHeader
        title={drafts('edit.title', { number })}
        // messages: voting-methods.name.*
        overline={methods(`name.${draft.method}`)}
        lead={chooses ? drafts('choice.lead') : undefined}
        back={{ href: localized(locale, votingPaths.teamPoll(number)), label: drafts('edit.back') }}
      />
      {check?.readyAt && !chooses ? <Notice tone="warn">{drafts('edit.resets')}</Notice> : null}
      {chooses ? (
        <MethodChoice
          locale={locale}
          current={view.draft.method}
          hrefOf={(method) =>
            localized(locale, votingPaths.teamPollEdit(number, methodSlug(method)))
          }
        />
      ) : (
        <>
          <p>
            <a href={localized(locale, votingPaths.teamPollEdit(number, CHOOSE))}>
              {drafts('choice.other')}
            </a>
          </p>
          <Form locale={locale} action={savePollDraftAction} submitLabel={t('change.save')}>
            <DraftFields
              locale={locale}
              draft={draft}
              number={String(number)}
              proposal=""
              districts={(await getOffice({ locale })).districts}
              batches={await listCardBatchChoices(actor)}
            />
          </Form>
        </>
      )}
    </TeamShell>
  );
}
