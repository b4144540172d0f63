import { getTranslations } from 'next-intl/server';
import { Corrections } from '@/components/audit/corrections';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { contentLang, localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { euros } from '@/lib/i18n/money';
import { proposalsPaths } from '@/lib/proposals/paths';
import { votingPaths } from '@/lib/voting/paths';
import type { PollView } from '@/lib/voting/types';
import { BallotSecrecy } from './ballot-secrecy';
import { OtherWays } from './other-ways';
import { PollFacts } from './poll-facts';
import { PollNotes } from './poll-notes';
import { PollRecount } from './poll-recount';
import { PollResultSection } from './poll-result';
import { PollState } from './poll-state';

type PollPageProps = { locale: string; poll: PollView; phone: string; officeAddress: string };

/** A poll as everybody sees it: before the close the question, after it the answer. */
export async function PollPage({ locale, poll, phone, officeAddress }: PollPageProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const { rule, result } = poll;
  const where = rule.districtName || t('card.everywhere');
  const takesVotes = poll.phase === 'open' || poll.phase === 'coming';
  return (
    <>
      <PageHeader
        title={rule.question}
        titleLang={contentLang(locale)}
        back={{ href: localized(locale, votingPaths.polls()), label: t('page.back') }}
        overline={t('card.overline', { number: poll.number, where })}
        state={<PollState locale={locale} poll={poll} />}
        meta={poll.phase === 'open' ? t('card.daysLeft', { days: poll.daysLeft }) : undefined}
      />
      <PhaseNotice locale={locale} poll={poll} />
      <ToBallot locale={locale} poll={poll} />
      {result ? <PollResultSection locale={locale} rule={rule} result={result} /> : null}
      {result ? <RecordLink locale={locale} number={poll.number} /> : null}
      <PollNotes locale={locale} poll={poll} />
      <Question locale={locale} poll={poll} />
      {result ? null : <Options locale={locale} poll={poll} />}
      <Section title={t('facts.title')}>
        <PollFacts locale={locale} poll={poll} />
        {rule.channels.includes('HANDS') ? null : <BallotSecrecy locale={locale} rule={rule} />}
      </Section>
      {result ? (
        <PollRecount locale={locale} number={poll.number} rule={rule} result={result} />
      ) : null}
      {takesVotes ? (
        <OtherWays locale={locale} rule={rule} phone={phone} officeAddress={officeAddress} />
      ) : (
        <Lookup locale={locale} channels={rule.channels} />
      )}
    </>
  );
}

/** Only where the ballot can be filled in on one's own device. */
async function ToBallot({ locale, poll }: { locale: string; poll: PollView }) {
  if (poll.phase !== 'open' || !poll.rule.channels.includes('WEB')) return null;
  const t = await getTranslations({ locale, namespace: 'voting' });
  return (
    <p>
      <ButtonLink href={localized(locale, votingPaths.ballot(poll.number))} arrow>
        {t('page.toBallot')}
      </ButtonLink>
    </p>
  );
}

type LookupProps = { locale: string; channels: PollView['rule']['channels'] };

async function Lookup({ locale, channels }: LookupProps) {
  if (channels.includes('HANDS')) return null;
  const t = await getTranslations({ locale, namespace: 'voting' });
  return (
    <p>
      <a href={localized(locale, votingPaths.receiptLookup())}>{t('receipt.lookupLink')}</a>
    </p>
  );
}

async function RecordLink({ locale, number }: { locale: string; number: number }) {
  const t = await getTranslations({ locale, namespace: 'record' });
  return (
    <p>
      <a href={localized(locale, votingPaths.pollRecord(number))}>{t('link')}</a>
    </p>
  );
}

async function PhaseNotice({ locale, poll }: { locale: string; poll: PollView }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  if (poll.phase === 'coming') {
    const when = longDateTime(poll.opensAt, locale);
    return <Notice tone="info">{t('page.coming', { when })}</Notice>;
  }
  if (poll.phase === 'counting') return <Notice tone="warn">{t('page.counting')}</Notice>;
  if (poll.phase !== 'cancelled' && poll.phase !== 'annulled') return null;
  return (
    // messages: voting.page.cancelled voting.page.annulled voting.page.cancelledBox voting.page.annulledBox
    <Notice tone="problem" title={t(`page.${poll.phase}`)}>
      <p lang={contentLang(locale)}>{poll.cancelReason}</p>
      <Corrections locale={locale} corrections={poll.reasonCorrections ?? []} />
      <p>{t(`page.${poll.phase}Box`)}</p>
    </Notice>
  );
}

async function Question({ locale, poll }: { locale: string; poll: PollView }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const { rule, proposal } = poll;
  const text = (locale === 'de-LS' && rule.easyText) || rule.description;
  if (!text && !proposal) return null;
  return (
    <Section title={t('page.about')}>
      {text ? (
        <Prose lang={contentLang(locale)}>
          {text.split(/\n{2,}/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Prose>
      ) : null}
      {proposal ? (
        <p>
          <a href={localized(locale, proposalsPaths.proposal(proposal.number))}>
            {t('page.proposal', { number: proposal.number, title: proposal.title })}
          </a>
        </p>
      ) : null}
    </Section>
  );
}

async function Options({ locale, poll }: { locale: string; poll: PollView }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <Section title={t('page.options')}>
      <Prose lang={contentLang(locale)}>
        <ul>
          {poll.rule.options.map((option) => (
            <li key={option.id}>
              {poll.withdrawn.includes(option.id) ? (
                <s>{option.label}</s>
              ) : (
                <strong>{option.label}</strong>
              )}
              {option.costCents === null ? null : <> – {euros(option.costCents, locale)}</>}
              {poll.withdrawn.includes(option.id) ? <> ({drafts('summary.withdrawn')})</> : null}
              {option.note ? <> – {option.note}</> : null}
            </li>
          ))}
        </ul>
      </Prose>
    </Section>
  );
}
