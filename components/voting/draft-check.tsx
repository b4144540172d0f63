import { getTranslations } from 'next-intl/server';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import { longDateTime } from '@/lib/i18n/dates';
import { partsToCheck } from '@/lib/voting/prepare/checking/rules';
import type { CheckView } from '@/lib/voting/prepare/checking/types';
import type { PollView } from '@/lib/voting/types';
import { BallotPreview } from './ballot-preview';
import { RuleSummary } from './rule-summary';

/** The whole poll as it would be published, for the second pair of eyes. */
export async function DraftToRead({ locale, poll }: { locale: string; poll: PollView }) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <>
      <Section title={t('check.ballot')} intro={t('check.ballotNote')}>
        <BallotPreview locale={locale} rule={poll.rule} />
      </Section>
      <Section title={t('check.rule')} intro={t('check.ruleNote')}>
        <RuleSummary locale={locale} poll={poll} />
      </Section>
    </>
  );
}

/** The boxes to tick before a draft becomes a poll. */
export async function CheckListFields({
  locale,
  poll: { number, rule },
  version,
}: {
  locale: string;
  poll: PollView;
  version: number;
}) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <>
      <HiddenFields values={{ number: String(number), version: String(version) }} />
      <CheckboxGroup
        name="checked"
        label={t('check.list')}
        required
        options={partsToCheck(rule).map((part) => ({
          value: part,
          // messages: voting-drafts.check.part.*
          label: t(`check.part.${part}`),
        }))}
      />
    </>
  );
}

/** Where a draft is on its way: being written, sent back, waiting. */
export async function CheckState({ locale, check }: { locale: string; check: CheckView }) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  if (check.readyAt) {
    const when = longDateTime(check.readyAt, locale);
    return (
      <Notice tone="warn" title={t('check.waitsTitle')}>
        <p>
          {check.step === 'waits'
            ? t('check.waitsForOthers', { when })
            : t('check.waitsForYou', { when, name: check.draftedBy || t('check.somebody') })}
        </p>
      </Notice>
    );
  }
  if (!check.note) return <Notice tone="info">{t('check.writing')}</Notice>;
  return (
    <Notice tone="problem" title={t('check.sentBack')}>
      <p>{check.note}</p>
    </Notice>
  );
}
