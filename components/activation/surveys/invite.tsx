import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { Section } from '@/components/layout/section';
import { INVITE_MAX } from '@/lib/activation/inviting/rules';
import { mayTell } from '@/lib/activation/surveys/rules';
import type { InvitationView, SurveyView } from '@/lib/activation/surveys/types';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import { mailPaths } from '@/lib/mail/paths';

interface InviteProps {
  locale: string;
  survey: SurveyView;
  invitations: readonly InvitationView[];
  action: FormAction;
}

/** Invites everybody on the sheet, once; afterwards it says with whom it still waits. */
export async function Invite({ locale, survey, invitations, action }: InviteProps) {
  const t = await getTranslations({ locale, namespace: 'activation-inviting' });
  const { id, version, phase, invitedAt } = survey;
  if (invitedAt)
    return (
      <>
        <p>
          {t('invited', {
            date: longDate(invitedAt, locale),
            count: invitations.filter(({ isWaiting }) => isWaiting).length,
          })}
        </p>
        <p>
          <a href={localized(locale, mailPaths.teamCalls())}>{t('calls')}</a>
        </p>
      </>
    );
  if (invitations.length === 0) return null;
  if (!mayTell(phase)) return <p>{t('notYet')}</p>;
  return (
    <Section title={t('title')} intro={<p>{t('lead')}</p>}>
      <Form locale={locale} action={action} submitLabel={t('submit')}>
        <HiddenFields values={{ id, version: String(version) }} />
        <TextArea
          name="text"
          label={t('text')}
          whoSees={{ audience: 'PERSON', text: t('textSeen') }}
          required
          maxLength={INVITE_MAX}
        />
      </Form>
    </Section>
  );
}
