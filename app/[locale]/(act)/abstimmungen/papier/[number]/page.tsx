import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import { GivePaperFields } from '@/components/voting/paper-desk';
import { requireActor, requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { isStaff, mayOpenOffice } from '@/lib/accounts/policy';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';
import { votingPaths } from '@/lib/voting/paths';
import { getPaperDesk, openHandedOut } from '@/lib/voting/vote/papers/queries';
import { type HandedOut, shownAs, TAKE_BACK_MINUTES } from '@/lib/voting/vote/papers/rules';
import { givePaperAction, takeBackPaperAction } from './actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ given?: string; back?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'voting-desk.papers.title');
}

/** Where papers are handed out: in the office, or on the table of the Forum. */
export default async function PaperDeskPage({ params, searchParams }: Props) {
  const { locale, number: segment } = await params;
  const { given = '', back } = await believed(searchParams);
  const number = numberInPath(segment);
  const { desk, paper, inOffice } = await guarded(
    locale,
    votingPaths.paperDesk(number),
    async () => {
      const actor = await requireActor();
      if (isStaff(actor)) await requireCoordinator();
      return {
        desk: await getPaperDesk(actor, number),
        paper: openHandedOut(actor, given),
        inOffice: mayOpenOffice(actor),
      };
    },
  );
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  const { districts } = await getOffice({ locale });
  const { poll } = desk;
  const backLink = inOffice ? votingPaths.teamPoll(number) : votingPaths.poll(number);
  return (
    <ActShell holdsText locale={locale} path={votingPaths.paperDesk(number)} current="polls">
      <PageHeader
        title={t('papers.title')}
        overline={poll.rule.question}
        overlineLang={contentLang(locale)}
        back={{ href: localized(locale, backLink), label: t('back') }}
        lead={t('papers.lead')}
        meta={t('papers.given', { given: desk.given })}
      />
      {back ? (
        <Notice tone="good" role="status">
          {t('papers.takenBack')}
        </Notice>
      ) : null}
      {paper ? (
        <Notice tone="good" role="status" title={t('papers.doneTitle')}>
          {t('papers.done', { who: shownAs(paper.who) })}
        </Notice>
      ) : null}
      {poll.phase === 'open' ? (
        <Form locale={locale} action={givePaperAction} submitLabel={t('papers.give')}>
          <GivePaperFields
            locale={locale}
            desk={desk}
            districts={districts}
            mayNameAddress={inOffice}
          />
        </Form>
      ) : (
        <Notice tone="info">{t('notOpen')}</Notice>
      )}
      {paper && poll.phase === 'open' ? (
        <JustGiven locale={locale} paper={paper} sealed={given} />
      ) : null}
    </ActShell>
  );
}

type JustGivenProps = { locale: string; paper: HandedOut; sealed: string };

/** How to mend a slip. */
async function JustGiven({ locale, paper, sealed }: JustGivenProps) {
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  return (
    <Section
      title={t('papers.backTitle')}
      intro={t('papers.backText', { minutes: TAKE_BACK_MINUTES })}
    >
      <Form
        locale={locale}
        action={takeBackPaperAction}
        submitLabel={t('papers.takeBack')}
        submitVariant="secondary"
        warnOnLeave={false}
      >
        <HiddenFields values={{ poll: String(paper.poll), paper: sealed }} />
      </Form>
    </Section>
  );
}
