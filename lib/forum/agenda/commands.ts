import 'server-only';
import { command } from '@/lib/accounts/command';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/types';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { FORUM_RIGHTS } from '@/lib/forum/access';
import { tellAuthorsOf } from '@/lib/forum/authors/steps';
import { canWriteMinutes } from '@/lib/forum/minutes/rules';
import { countAgendaChange } from '@/lib/forum/minutes/steps';
import { isAhead, isCalledOff } from '@/lib/forum/sessions/rules';
import { lockSession } from '@/lib/forum/sessions/steps';
import type { LockedSession } from '@/lib/forum/sessions/types';
import { FORUM_TAGS } from '../tags';
import { afterMove, raisedNow, STRUCK_HOURS, struckSince } from './rules';
import type { AgendaItemInput, AgendaMoveInput } from './schema';
import {
  isRecommendation,
  keepStruck,
  proposalsOn,
  publishedIds,
  putBack,
  spokenOf,
} from './steps';

const MOST_ITEMS = 30;

const { setAgenda } = FORUM_RIGHTS;
const TAGS = [FORUM_TAGS.sessions];

/** Adds an item at the end, or rewrites one; only published proposals can be linked. */
export const saveAgendaItem = command(
  { right: setAgenda, audit: ['agendaItem.saved'], tags: TAGS },
  async ({ tx, actor, at, note }, input: AgendaItemInput): Promise<Result<{ number: number }>> => {
    const session = await lockSession(tx, input.session);
    const hindrance = agendaHindrance(actor, session, at);
    if (hindrance) return refused(hindrance);
    await countAgendaChange(tx, session.id);
    const order = await readOrder(tx, session.id);
    if (input.item !== '' && !order.includes(input.item)) throw new AppError('NOT_FOUND');
    if (input.item === '' && order.length >= MOST_ITEMS) {
      return refused('forum.refused.agendaFull', { max: MOST_ITEMS });
    }
    const late = input.item && (await takeVersion(tx.agendaItem, input.item, input.version));
    if (late) return late;
    const { title, kind, minutes, presenter, note: words } = input;
    // The form says that everybody reads it.
    const data = { title, kind, minutes, presenter, note: words, audience: 'PUBLIC' as const };
    const raisedAt = raisedNow(session, at);
    const id =
      input.item || (await addItem(tx, session.id, order.length + 1, { ...data, raisedAt }));
    const before = await proposalsOn(tx, id);
    const linked = await publishedIds(tx, input.proposals);
    const kept = linked.map(({ proposalId }) => proposalId);
    const hold = await spokenOf(tx, { item: id, kept });
    if (hold !== null)
      return refused('forum-authors.refused.forumSpokeOfIt', { number: hold }, 'proposals');
    await tx.agendaProposal.deleteMany({
      where: { agendaItemId: id, proposalId: { notIn: kept } },
    });
    const added = linked.filter(({ proposalId }) => !before.includes(proposalId));
    const proposals = { create: added.map((one) => ({ ...one, raisedAt })) };
    await tx.agendaItem.update({
      where: { id },
      data: { ...data, proposals },
      select: { id: true },
    });
    const changed = [...before, ...kept].filter(
      (one) => before.includes(one) !== kept.includes(one),
    );
    await tellAuthorsOf(tx, session, changed, at);
    await note('agendaItem.saved', id);
    return ok({ number: session.number });
  },
);

/** The office any time until the minutes are handed over; the representation before the session begins. */
function agendaHindrance(actor: Actor, session: LockedSession, at: Date): string | null {
  if (!canWriteMinutes(session.minutesState)) return 'forum.refused.minutesHandedOver';
  return mayCoordinate(actor) || isAhead(session, at) ? null : 'forum.refused.onlyAhead';
}

type ItemData = Pick<AgendaItemInput, 'title' | 'kind' | 'minutes' | 'presenter' | 'note'> & {
  audience: 'PUBLIC';
  raisedAt: Date | null;
};

async function addItem(tx: Tx, sessionId: string, position: number, data: ItemData) {
  const made = await tx.agendaItem.create({
    data: { ...data, sessionId, position },
    select: { id: true },
  });
  return made.id;
}

const EVENTS = {
  up: 'agendaItem.moved',
  down: 'agendaItem.moved',
  remove: 'agendaItem.removed',
  restore: 'agendaItem.restored',
} as const;

/** Moves an item by one place, takes it off the agenda, or puts back what was taken off. */
export const moveAgendaItem = command(
  { right: setAgenda, audit: Object.values(EVENTS), tags: TAGS },
  async ({ tx, actor, at, note }, input: AgendaMoveInput): Promise<Result<{ number: number }>> => {
    const session = await lockSession(tx, input.session);
    const hindrance = agendaHindrance(actor, session, at);
    if (hindrance) return refused(hindrance);
    await countAgendaChange(tx, session.id);
    const order = await readOrder(tx, session.id);
    const onIt = await proposalsOn(tx, input.item);
    const refusal = await MOVES[input.move](tx, {
      ...{ ...input, order, at, sessionId: session.id },
      isOff: isCalledOff(session.state),
    });
    if (refusal) return refusal;
    const isOn = input.move === 'restore' ? await proposalsOn(tx, input.item) : [];
    await tellAuthorsOf(tx, session, input.move === 'remove' ? onIt : isOn, at);
    await note(EVENTS[input.move], input.item);
    return ok({ number: session.number });
  },
);

type Move = AgendaMoveInput & { order: string[]; at: Date; sessionId: string; isOff: boolean };

async function oneStep(tx: Tx, { order, item, move, version, sessionId }: Move) {
  if (!order.includes(item) || move === 'restore') throw new AppError('NOT_FOUND');
  // Two who saw the same place press the same button: it goes one place.
  const late = await takeVersion(tx.agendaItem, item, version);
  if (late) return late;
  await writeOrder(tx, sessionId, afterMove(order, item, move));
  return null;
}

async function strike(tx: Tx, { order, item, version, at, sessionId }: Move) {
  if (!order.includes(item)) throw new AppError('NOT_FOUND');
  const late = await takeVersion(tx.agendaItem, item, version);
  if (late) return late;
  const hold = await spokenOf(tx, { item, kept: [] });
  if (hold !== null) return refused('forum-authors.refused.forumSpokeOfIt', { number: hold });
  if (await isRecommendation(tx, item))
    return refused('forum-authors.refused.forumRecommendedThere');
  await keepStruck(tx, item, at);
  await tx.agendaItem.delete({ where: { id: item } });
  await writeOrder(tx, sessionId, afterMove(order, item, 'remove'));
  return null;
}

async function restore(
  tx: Tx,
  { order, item, at, sessionId, isOff }: Move,
): Promise<Refused | null> {
  // Pressed twice it is there already.
  if (order.includes(item)) return null;
  if (order.length >= MOST_ITEMS) return refused('forum.refused.agendaFull', { max: MOST_ITEMS });
  const struck = { item, sessionId, since: struckSince(at), isOff };
  const isBack = await putBack(tx, struck, order.length + 1);
  return isBack ? null : refused('forum.refused.struckTooLongAgo', { hours: STRUCK_HOURS });
}

const MOVES = { up: oneStep, down: oneStep, remove: strike, restore };

async function readOrder(tx: Tx, sessionId: string): Promise<string[]> {
  const items = await tx.agendaItem.findMany({
    where: { sessionId },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  return items.map(({ id }) => id);
}

/** Positions are unique at every moment, so they are turned negative before they are given anew. */
async function writeOrder(tx: Tx, sessionId: string, order: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE agenda_items SET position = -position WHERE session_id = ${sessionId}::uuid`;
  await tx.$executeRaw`
    UPDATE agenda_items a SET position = o.position
    FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o(id, position)
    WHERE a.id = o.id AND a.session_id = ${sessionId}::uuid`;
}
