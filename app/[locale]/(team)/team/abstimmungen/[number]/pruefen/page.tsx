import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { CheckListFields, CheckState, DraftToRead } from '@/components/voting/draft-check';
import { DraftDecision } from '@/components/voting/draft-decision';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { AppError } from '@/lib/core/errors';
import { believed } from '@/lib/core/page-cache';
import { localized, numberInPath } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { findCheck } from '@/lib/voting/prepare/checking/queries';
import type { CheckView } from '@/lib/voting/prepare/checking/types';
import { getPollForOffice } from '@/lib/voting/prepare/queries';
import type { PollView } from '@/lib/voting/types';
import { approvePollAction, returnDraftAction, scheduleAloneAction } from '../../actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ answer?: string | string[] }>;
};
type PartProps = { locale: string; poll: PollView };

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'voting-drafts.check.title', { number: numberInPath(number) });
}

/** The complete poll before it is published: by somebody who did not write it, or alone. */
export default async function CheckPollPage({ params, searchParams }: Props) {
  const asked = (await believed(searchParams)).answer;
  const { locale, number: typed } = await params;
  const number = numberInPath(typed);
  const path = votingPaths.teamPollCheck(number);
  const { view, check } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const found = await findCheck(actor, number);
    if (!found) throw new AppError('NOT_FOUND');
    return { view: await getPollForOffice(actor, number), check: found };
  });
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="polls">
      <PageHeader
        title={t('check.title', { number })}
        back={{ href: localized(locale, votingPaths.teamPoll(number)), label: t('edit.back') }}
      />
      <CheckState locale={locale} check={check} />
      <DraftToRead locale={locale} poll={view.poll} />
      <Decision locale={locale} poll={view.poll} check={check} asked={asked} />
    </TeamShell>
  );
}

type DecisionProps = PartProps & { check: CheckView; asked: unknown };

async function Decision({ locale, poll, check, asked }: DecisionProps) {
  if (check.step === 'check') {
    return (
      <DraftDecision
        locale={locale}
        poll={poll}
        version={check.version}
        asked={asked}
        hrefOf={(answer) => votingPaths.teamPollCheck(poll.number, answer)}
        approve={approvePollAction}
        sendBack={returnDraftAction}
      />
    );
  }
  return check.others === 0 ? <Alone locale={locale} poll={poll} version={check.version} /> : null;
}

async function Alone({ locale, poll, version }: PartProps & { version: number }) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <Section title={t('check.aloneTitle')} intro={t('check.aloneNote')}>
      <Form locale={locale} action={scheduleAloneAction} submitLabel={t('check.approve')}>
        <CheckListFields locale={locale} poll={poll} version={version} />
      </Form>
    </Section>
  );
}
