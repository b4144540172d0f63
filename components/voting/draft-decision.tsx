import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { Section } from '@/components/layout/section';
import type { FormAction } from '@/lib/core/form-state';
import type { PollView } from '@/lib/voting/types';
import { CheckListFields } from './draft-check';

type DraftDecisionProps = {
  locale: string;
  poll: PollView;
  /** Of the draft that was shown. */
  version: number;
  approve: FormAction;
  sendBack: FormAction;
};

/** What somebody says who has read a draft: good so, or not yet and why. */
export async function DraftDecision(props: DraftDecisionProps) {
  const { locale, poll, version, approve, sendBack } = props;
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <>
      <Section title={t('check.approveTitle')} intro={t('check.frozen')}>
        <Form locale={locale} action={approve} submitLabel={t('check.approve')}>
          <CheckListFields locale={locale} poll={poll} version={version} />
        </Form>
      </Section>
      <Section title={t('check.returnTitle')}>
        <Form
          locale={locale}
          action={sendBack}
          submitLabel={t('check.return')}
          submitVariant="secondary"
        >
          <HiddenFields values={{ number: String(poll.number) }} />
          <TextArea
            name="note"
            label={t('check.note')}
            whoSees={{ audience: 'INTERNAL', text: t('check.noteSeen') }}
            rows={3}
            required
          />
        </Form>
      </Section>
    </>
  );
}
