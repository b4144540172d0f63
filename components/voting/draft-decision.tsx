import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { Section } from '@/components/layout/section';
import { FilterLinks } from '@/components/ui/filter-links';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import type { DraftAnswer } from '@/lib/voting/paths';
import type { PollView } from '@/lib/voting/types';
import { CheckListFields } from './draft-check';

type DraftDecisionProps = {
  locale: string;
  poll: PollView;
  /** Of the draft that was shown. */
  version: number;
  approve: FormAction;
  sendBack: FormAction;
  /** Which of the two answers the address opens; anything else: that it is good so. */
  asked: unknown;
  hrefOf: (answer: DraftAnswer) => string;
};

/**
 * What somebody says who has read a draft: good so, or not yet and why. One of them at a time: what is typed or
 * ticked would be lost with the other answer.
 */
export async function DraftDecision(props: DraftDecisionProps) {
  const { locale, poll, version, approve, sendBack, asked, hrefOf } = props;
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const open = asked === 'return' ? 'return' : 'approve';
  return (
    <div id="answer">
      <FilterLinks
        label={t('later.choice')}
        // messages: voting-drafts.check.approveTitle voting-drafts.check.returnTitle
        items={(['approve', 'return'] as const).map((answer) => ({
          href: localized(locale, hrefOf(answer)),
          label: t(`check.${answer}Title`),
          current: answer === open,
        }))}
      />
      {open === 'approve' ? (
        <Section title={t('check.approveTitle')} intro={t('check.frozen')}>
          <Form locale={locale} action={approve} submitLabel={t('check.approve')}>
            <CheckListFields locale={locale} poll={poll} version={version} />
          </Form>
        </Section>
      ) : (
        <Return {...{ locale, poll, version, sendBack }} />
      )}
    </div>
  );
}

type ReturnProps = Pick<DraftDecisionProps, 'locale' | 'poll' | 'version' | 'sendBack'>;

async function Return({ locale, poll, version, sendBack }: ReturnProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <Section title={t('check.returnTitle')}>
      <Form
        locale={locale}
        action={sendBack}
        submitLabel={t('check.return')}
        submitVariant="secondary"
      >
        <HiddenFields values={{ number: String(poll.number), version: String(version) }} />
        <TextArea
          name="note"
          minLength={5}
          label={t('check.note')}
          whoSees={{ audience: 'INTERNAL', text: t('check.noteSeen') }}
          rows={3}
          required
        />
      </Form>
    </Section>
  );
}
