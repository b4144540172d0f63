import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { CheckState, DraftToRead } from '@/components/voting/draft-check';
import { DraftDecision } from '@/components/voting/draft-decision';
import { StopCameTooLate, StopDecision } from '@/components/voting/stop-decision';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { getDraftToCheck } from '@/lib/voting/prepare/checking/queries';
import type { DraftToCheck } from '@/lib/voting/prepare/checking/types';
import { getPoll } from '@/lib/voting/queries';
import { findStops } from '@/lib/voting/stop/queries';
import {
  agreeForForumAction,
  approveForForumAction,
  dropForForumAction,
  returnForForumAction,
} from './actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ answer?: string | string[] }>;
};

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'voting-drafts.check.title', { number: numberInPath(number) });
}

/** For somebody the Forum chose to speak for it: reads all of it, changes nothing of it. */
export default async function CheckForForumPage({ params, searchParams }: Props) {
  const asked = (await believed(searchParams)).answer;
  const { locale, number: typed } = await params;
  const number = numberInPath(typed);
  const path = votingPaths.pollCheck(number);
  const { draft, stop, late, question } = await guarded(locale, path, async () => {
    const actor = await requireActor();
    const stops = await findStops(actor, number);
    const isKnown = stops.waiting !== null || stops.late !== null;
    return {
      ...{ stop: stops.waiting, late: stops.late },
      question: isKnown ? (await getPoll(number)).rule.question : '',
      draft: isKnown ? null : await getDraftToCheck(actor, number),
    };
  });
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const office = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <ActShell holdsText locale={locale} path={path} current="polls">
      <PageHeader
        title={stop || late ? office('stop.pageTitle', { number }) : t('check.title', { number })}
        overline={question || undefined}
        overlineLang={contentLang(locale)}
        back={{ href: localized(locale, accountsPaths.account()), label: t('check.backToAccount') }}
      />
      {stop ? (
        <StopDecision
          locale={locale}
          number={number}
          stop={stop}
          agree={agreeForForumAction}
          drop={dropForForumAction}
        />
      ) : null}
      {late ? <StopCameTooLate locale={locale} stop={late} /> : null}
      {draft ? <Draft locale={locale} draft={draft} asked={asked} /> : null}
    </ActShell>
  );
}

type DraftProps = { locale: string; draft: DraftToCheck; asked: unknown };

async function Draft({ locale, draft, asked }: DraftProps) {
  const { poll, check } = draft;
  return (
    <>
      <CheckState locale={locale} check={check} />
      <DraftToRead locale={locale} poll={poll} />
      {check.step === 'check' ? (
        <DraftDecision
          locale={locale}
          poll={poll}
          version={check.version}
          asked={asked}
          hrefOf={(answer) => votingPaths.pollCheck(poll.number, answer)}
          approve={approveForForumAction}
          sendBack={returnForForumAction}
        />
      ) : null}
    </>
  );
}
