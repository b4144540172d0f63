import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { Section } from '@/components/layout/section';
import { INVITE_MAX } from '@/lib/activation/inviting/rules';
import type { InvitationView } from '@/lib/activation/inviting/types';
import { canTell, invitationsUntil } from '@/lib/activation/surveys/rules';
import type { SurveyView } from '@/lib/activation/surveys/types';
import { dayColumn } from '@/lib/core/day.mjs';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { longDate, longDay } from '@/lib/i18n/dates';
import { mailPaths } from '@/lib/mail/paths';
import { InviteCheck } from './invite-check';

interface InvitedProps {
  locale: string;
  survey: SurveyView;
  invitations: readonly InvitationView[];
}

interface InviteProps extends InvitedProps {
  action: FormAction;
}

/** Invites everybody on the sheet, once; afterwards it says with whom it still waits. */
export async function Invite({ locale, survey, invitations, action }: InviteProps) {
  const t = await getTranslations({ locale, namespace: 'activation-inviting' });
  const { id, version, phase, invitedAt } = survey;
  if (invitedAt) return <Invited {...{ locale, survey, invitations }} />;
  if (invitations.length === 0) return null;
  if (!canTell(phase)) return <p>{t('notYet')}</p>;
  return (
    <Section title={t('title')} intro={<p>{t('lead')}</p>}>
      <Form
        locale={locale}
        action={action}
        submitLabel={t('look')}
        lastLook={{
          content: <InviteCheck words={{ title: t('check.title'), text: t('check.text') }} />,
          sendLabel: t('submit'),
          changeLabel: t('check.change'),
        }}
      >
        <HiddenFields values={{ id, version: String(version) }} />
        <TextArea
          name="text"
          minLength={10}
          label={t('text')}
          whoSees={{ audience: 'PERSON', text: t('textSeen') }}
          required
          maxLength={INVITE_MAX}
        />
      </Form>
    </Section>
  );
}

async function Invited({ locale, survey: { invitedAt, endsOn }, invitations }: InvitedProps) {
  const t = await getTranslations({ locale, namespace: 'activation-inviting' });
  const date = invitedAt ? longDate(invitedAt, locale) : '';
  const waiting = invitations.filter(({ state }) => state === 'waiting').length;
  const until = longDay(dayColumn(invitationsUntil(endsOn)), locale);
  if (invitations.length === 0) return <p>{t('gone', { date })}</p>;
  return (
    <>
      <p>{t('invited', { date, count: waiting })}</p>
      {waiting > 0 ? <p>{t('check.until', { date: until })}</p> : null}
      <p>
        <a href={localized(locale, mailPaths.teamCalls())}>{t('calls')}</a>
      </p>
    </>
  );
}
