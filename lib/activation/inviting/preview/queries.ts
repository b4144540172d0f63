import 'server-only';
import { reading } from '@/lib/accounts/command';
import { OFFICE_LOCALE } from '@/lib/cases/rules';
import { dayColumn } from '@/lib/core/day.mjs';
import { type Refused, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { longDay } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import { getOffice } from '@/lib/settings/queries';
import { ACTIVATION_RIGHTS } from '../../access';
import { getSurvey } from '../../surveys/queries';
import { canTell, invitationsUntil } from '../../surveys/rules';
import { invitationMail } from '../emails/invitation';
import { listInvitations } from '../queries';
import { leavingOf } from '../rules';
import type { InviteInput } from '../schema';
import type { InvitingCheck } from './types';

/** What would leave if all were invited now, in words: it happens once, and nobody takes it back. */
export const previewInviting = reading(
  ACTIVATION_RIGHTS.surveys,
  async (
    actor,
    { id, version, text }: InviteInput,
    locale: string,
  ): Promise<InvitingCheck | Refused> => {
    const survey = await getSurvey(actor, id);
    if (!canTell(survey.phase)) return refused('activation-inviting.refused.notFinished');
    if (survey.invitedAt) return refused('activation-inviting.refused.invited');
    if (survey.version !== version) return refused(CHANGED_MEANWHILE);
    const { again, ...leaving } = leavingOf(await listInvitations(actor, id));
    if (leaving.mails + leaving.calls + leaving.letters === 0)
      return refused('activation-inviting.refused.nobody');
    const { phone } = await getOffice({ locale: OFFICE_LOCALE });
    const isTold = survey.phase === 'told';
    const { hello, paragraphs, ask, subject } = await invitationMail(OFFICE_LOCALE, {
      ...{ survey: { ...survey, isTold }, text, phone },
    });
    const date = longDay(dayColumn(invitationsUntil(survey.endsOn)), locale);
    return {
      leaving: await sentence(locale, 'activation-inviting.check.leaving', leaving),
      again:
        again > 0
          ? await sentence(locale, 'activation-inviting.check.again', { count: again })
          : '',
      until: await sentence(locale, 'activation-inviting.check.until', { date }),
      subject,
      text: [hello, ...paragraphs, ask].filter((part) => typeof part === 'string'),
    };
  },
);
