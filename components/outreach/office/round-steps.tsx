import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { NumberField, TextField } from '@/components/form/text-field';
import { Section } from '@/components/layout/section';
import type { FormAction } from '@/lib/core/form-state';
import { LEARNT_MAX, plannedMinutes, REASON_MAX } from '@/lib/outreach/rounds/rules';
import type { RoundCase } from '@/lib/outreach/rounds/types';

interface RoundStepsProps {
  locale: string;
  round: RoundCase;
  /** What can be done with it now. */
  may: { close: boolean; cancel: boolean; reopen: boolean };
  actions: { close: FormAction; cancel: FormAction; reopen: FormAction };
}

/** What becomes of a round: it took place, it is called off, or that was a mistake. */
export async function RoundSteps(props: RoundStepsProps) {
  const { locale, round, may, actions } = props;
  const t = await getTranslations({ locale, namespace: 'outreach-rounds' });
  const hidden = <HiddenFields values={{ id: round.id, version: String(round.version) }} />;
  const text = t(round.state === 'DONE' ? 'case.reopenDone' : 'case.reopenCancelled');
  return (
    <>
      {may.close ? (
        <Section title={t('case.close')} intro={<p>{t('case.closeText')}</p>}>
          <Form locale={locale} action={actions.close} submitLabel={t('case.closeSubmit')}>
            {hidden}
            <NumberField
              name="minutes"
              label={t('field.minutes')}
              hint={t('field.minutesHint')}
              whoSees={{ audience: 'INTERNAL', text: t('case.seen') }}
              defaultValue={round.minutes ?? plannedMinutes(round)}
            />
            <TextArea
              name="learnt"
              label={t('field.learnt')}
              hint={t('field.learntHint')}
              whoSees={{ audience: 'INTERNAL', text: t('case.seen') }}
              rows={4}
              maxLength={LEARNT_MAX}
              defaultValue={round.learnt}
            />
          </Form>
        </Section>
      ) : null}
      {may.cancel ? <CancelRound {...props} /> : null}
      {may.reopen ? (
        <Section title={t('case.reopen')} intro={<p>{text}</p>}>
          <Form
            locale={locale}
            action={actions.reopen}
            submitLabel={t('case.reopenSubmit')}
            submitVariant="secondary"
            warnOnLeave={false}
          >
            {hidden}
          </Form>
        </Section>
      ) : null}
    </>
  );
}

async function CancelRound({ locale, round, actions }: RoundStepsProps) {
  const t = await getTranslations({ locale, namespace: 'outreach-rounds' });
  const everybody = { audience: 'PUBLIC', text: t('field.reasonSeenPublic') } as const;
  const isOff = round.state === 'CANCELLED';
  const office = { audience: 'INTERNAL', text: t('case.seen') } as const;
  return (
    <Section title={t(isOff ? 'case.reword' : 'case.cancel')}>
      <Form
        locale={locale}
        action={actions.cancel}
        submitLabel={t(isOff ? 'case.rewordSubmit' : 'case.cancelSubmit')}
        submitVariant={isOff ? 'secondary' : 'danger'}
        warnOnLeave={false}
      >
        <HiddenFields values={{ id: round.id, version: String(round.version) }} />
        <TextField
          name="reason"
          label={t('field.reason')}
          hint={t('field.reasonHint')}
          whoSees={round.announced ? everybody : office}
          required
          maxLength={REASON_MAX}
          defaultValue={round.reason}
        />
      </Form>
    </Section>
  );
}
