import 'server-only';
import { command } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { officeInstant, officeToday } from '@/lib/core/office-time';
import { localized } from '@/lib/core/paths';
import { personalKey } from '@/lib/core/personal-key';
import { ok, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE, takeVersion } from '@/lib/core/version';
import { tellPerson } from '@/lib/mail/steps';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import { addWorkdays } from '@/lib/settings/workdays';
import { INITIATIVE_RIGHTS } from '../access';
import { stepTakenMail } from '../emails/step-taken';
import { initiativesPaths } from '../paths';
import { REQUEST_KEY } from '../requesting/rules';
import { AUDIT_NAMES, canTake, isTold, type Step } from '../rules';
import { type HeldRequest, lockRequest, writeStep } from '../steps';
import type { RequestDecision } from './schema';

const END_OF_OFFICE_DAY = '18:00';

/**
 * The office takes a step with a request and tells the asker, the way they chose. Whoever decides
 * about something that changed meanwhile is refused and shown what is true now.
 */
export const decideRequest = command(
  {
    right: INITIATIVE_RIGHTS.handle,
    audit: Object.values(AUDIT_NAMES),
    tags: [],
    prepare: () => getOffice({ locale: 'de' }),
  },
  async ({ ready: office, ...acting }, input: RequestDecision) => {
    const { tx } = acting;
    const { step, given } = input;
    const request = await lockRequest(tx, input.number);
    const late = await takeVersion(tx.supportRequest, request.id, input.seen);
    if (late) return late;
    if (!canTake(step, request.state, request.kinds, 'office')) return refused(CHANGED_MEANWHILE);
    const quotes = [given.note, given.reason, given.alternative].filter(
      (text) => text !== undefined,
    );
    const reason = given.reason === undefined ? {} : { reasonText: given.reason };
    await writeStep(
      { ...acting, at: now() },
      request,
      step,
      { note: quotes.join('\n\n'), ...reason },
      office,
    );
    if (isTold(step)) await tellAsker(tx, request, step, quotes, office);
    return ok({ number: request.number });
  },
);

async function tellAsker(
  tx: Tx,
  request: HeldRequest,
  step: Step,
  quotes: readonly string[],
  office: Office,
): Promise<void> {
  const { number, title, contactKind, contactValue } = request;
  // The office reads its call list in German.
  const locale = contactKind === 'MAIL' ? request.locale : 'de';
  const content = await stepTakenMail(locale, {
    ...{ step, number, quotes, phone: office.phone },
    title: contactKind === 'MAIL' ? null : title,
    path: localized(locale, initiativesPaths.supportReceipt(personalKey(REQUEST_KEY, request))),
    desk: initiativesPaths.teamRequest(number),
  });
  const person = {
    kind: contactKind,
    value: contactValue,
    name: request.name || request.groupName,
  };
  await tellPerson(tx, person, content, callBy(office));
}

/** Calls and letters are due by the next working day's evening. */
function callBy(office: Office): Date {
  const day = addWorkdays(officeToday(), 1, office.holidayRegion);
  return officeInstant(`${day}T${END_OF_OFFICE_DAY}`);
}
