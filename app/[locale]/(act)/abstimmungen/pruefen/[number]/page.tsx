import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { CheckState, DraftToRead } from '@/components/voting/draft-check';
import { DraftDecision } from '@/components/voting/draft-decision';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { getDraftToCheck } from '@/lib/voting/prepare/checking/queries';
import { numberInPath } from '@/lib/voting/rules';
import { approveForForumAction, returnForForumAction } from './actions';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'voting-drafts.check.title', { number: numberInPath(number) });
}

/** For somebody the Forum chose to speak for it: reads all of the draft, changes nothing of it. */
export default async function CheckForForumPage({ params }: Props) {
  const { locale, number: typed } = await params;
  const number = numberInPath(typed);
  const path = votingPaths.pollCheck(number);
  const { poll, check } = await guarded(locale, path, async () =>
    getDraftToCheck(await requireActor(), number),
  );
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <ActShell holdsText locale={locale} path={path} current="polls">
      <PageHeader
        title={t('check.title', { number })}
        back={{ href: localized(locale, accountsPaths.account()), label: t('check.backToAccount') }}
      />
      <CheckState locale={locale} check={check} />
      <DraftToRead locale={locale} poll={poll} />
      {check.step === 'check' ? (
        <DraftDecision
          locale={locale}
          poll={poll}
          version={check.version}
          approve={approveForForumAction}
          sendBack={returnForForumAction}
        />
      ) : null}
    </ActShell>
  );
}
