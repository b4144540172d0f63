import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import { personalKey } from '@/lib/cases/keys';
import { hasSessionMet, hasSessionMetSince, sessionOfItem } from '@/lib/cases/sessions/steps';
import type { ForumItem } from '@/lib/cases/sessions/types';
import { holdCase } from '@/lib/cases/steps';
import { tellOwners, wayTold } from '@/lib/cases/telling/steps';
import type { Tx } from '@/lib/core/db';
import { localized } from '@/lib/core/paths';
import { ok, type Refused, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE, takeVersion } from '@/lib/core/version';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import { INITIATIVE_RIGHTS } from '../access';
import { stepTakenMail } from '../emails/step-taken';
import { initiativesPaths } from '../paths';
import { canTake, fieldsOf, REQUEST_KEYS, ruleOf, STEP_EVENTS, type Step } from '../rules';
import { type HeldRequest, REQUESTS, takeStep } from '../steps';
import type { ContactKind, SupportState } from '../types';
import { stateToGoBackTo, TAKE_BACK_HOURS } from '../undoing/rules';
import type { RequestDecision } from './schema';

/**
 * The office takes a step with a request and tells the asker, the way they chose. Whoever decides
 * about something that changed meanwhile is refused and shown what is true now.
 */
export const decideRequest = command(
  {
    right: INITIATIVE_RIGHTS.handle,
    audit: STEP_EVENTS,
    tags: [],
    prepare: () => getOffice({ locale: 'de' }),
  },
  async ({ ready: office, ...acting }, input: RequestDecision) => {
    const { tx } = acting;
    const { step, given } = input;
    const request = await holdCase(tx, REQUESTS, { number: input.number });
    const late = await takeVersion(tx.supportRequest, request.id, input.seen);
    if (late) return late;
    if (!canTake(step, request.state, request.kinds, 'office')) return refused(CHANGED_MEANWHILE);
    const quotes = [given.note, given.reason, given.alternative].filter(
      (text) => text !== undefined,
    );
    const reason = given.reason === undefined ? {} : { reasonText: given.reason };
    const spoken = await itemOf(tx, request, input);
    if ('ok' in spoken) return spoken;
    const back = await wayBack(acting, request, step);
    if ('ok' in back) return back;
    const texts = { note: quotes.join('\n\n'), ...reason, ...spoken, ...back };
    await takeStep(acting, request, step, texts, { office, versionTaken: true });
    const told = ruleOf(step, request.kinds).told
      ? await tellAsker(acting, request, { step, quotes }, office)
      : 'NOBODY';
    return ok<Decided>({ number: request.number, told });
  },
);

interface Decided {
  readonly number: number;
  /** How the asker hears of it. */
  readonly told: ContactKind | 'NOBODY';
}

/** What on the agenda of a session the Forum recommended, where a step needs that. */
async function itemOf(
  tx: Tx,
  { kinds, requestedAt }: HeldRequest,
  { step, given }: RequestDecision,
): Promise<{ item?: ForumItem } | Refused> {
  if (!fieldsOf(step, kinds).some(({ name }) => name === 'agendaItemId')) return {};
  const { agendaItemId = '' } = given;
  const sessionId = agendaItemId && (await sessionOfItem(tx, agendaItemId));
  if (!sessionId) return refused('form.error.choose', {}, 'agendaItemId');
  if (!(await hasSessionMet(tx, sessionId)))
    return refused('initiatives.refused.forumHasNotMet', {}, 'agendaItemId');
  if (!(await hasSessionMetSince(tx, sessionId, requestedAt)))
    return refused('initiatives.refused.forumWasBefore', {}, 'agendaItemId');
  return { item: { sessionId, agendaItemId } };
}

/** Where a request goes back to that was decided by mistake, without what was said of it. */
async function wayBack(
  { tx, at }: Pick<Given, 'tx' | 'at'>,
  { id: requestId, kinds }: HeldRequest,
  step: Step,
): Promise<{ back?: SupportState; reasonText?: string } | Refused> {
  if (step !== 'takeBack') return {};
  const history = await tx.supportStep.findMany({
    where: { requestId },
    select: { to: true, at: true, by: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const back = stateToGoBackTo(history, kinds, at);
  if (back === null) return refused('initiatives.refused.stepStays', { hours: TAKE_BACK_HOURS });
  return { back, reasonText: '' };
}

/** @returns how they hear of it */
async function tellAsker(
  { tx }: Pick<Given, 'tx'>,
  request: HeldRequest,
  { step, quotes }: { step: Step; quotes: readonly string[] },
  office: Office,
): Promise<ContactKind> {
  const { number, title, contactKind } = request;
  const own = initiativesPaths.supportReceipt(personalKey(REQUEST_KEYS, request));
  const person = { ...request, name: request.name || request.groupName };
  await tellOwners(tx, [person], {}, (locale) =>
    stepTakenMail(locale, {
      ...{ step, number, quotes, phone: office.phone },
      title: contactKind === 'MAIL' ? null : title,
      path: localized(locale, own),
      desk: initiativesPaths.teamRequest(number),
    }),
  );
  return wayTold(tx, person);
}
