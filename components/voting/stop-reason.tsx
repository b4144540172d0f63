import { getTranslations } from 'next-intl/server';
import { CorrectionForm } from '@/components/audit/correction-form';
import { EarlierWords } from '@/components/audit/corrections';
import { TextArea } from '@/components/form/text-area';
import { whoSees } from '@/components/form/who-sees';
import { PageHeader } from '@/components/layout/page-header';
import type { FormAction } from '@/lib/core/form-state';
import { contentLang, localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import type { StopReason } from '@/lib/voting/stop/types';
import type { PollView } from '@/lib/voting/types';

type StopReasonProps = {
  locale: string;
  poll: PollView;
  reason: StopReason;
  action: FormAction;
};

/** Why a poll came to nothing can be put right; nothing else of it. */
export async function StopReasonToCorrect({ locale, poll, reason, action }: StopReasonProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const office = await getTranslations({ locale, namespace: 'voting-office' });
  const seen = await whoSees(locale);
  const back = localized(locale, votingPaths.teamPoll(poll.number));
  const { text, version, earlier } = reason;
  return (
    <>
      <PageHeader
        title={t('later.title', { number: poll.number })}
        overline={poll.rule.question}
        overlineLang={contentLang(locale)}
        lead={office('stop.reasonLead')}
        back={{ href: back, label: t('later.back') }}
      />
      <EarlierWords
        locale={locale}
        versions={earlier}
        labels={{ cancel_reason: office('cancel.reason') }}
      />
      <CorrectionForm
        locale={locale}
        action={action}
        values={{ text }}
        id="stop"
        hidden={{ number: String(poll.number), version: String(version) }}
        audience="PUBLIC"
        backHref={back}
      >
        <TextArea
          name="text"
          minLength={10}
          label={office('cancel.reason')}
          hint={office('cancel.reasonHint')}
          whoSees={seen.PUBLIC}
          rows={3}
          required
        />
      </CorrectionForm>
    </>
  );
}
