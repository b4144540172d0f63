import 'server-only';
import { personalKey } from '@/lib/cases/keys';
import { tellInOrder } from '@/lib/cases/telling/jobs';
import { tellOwners } from '@/lib/cases/telling/steps';
import type { Round } from '@/lib/cases/telling/types';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { localized } from '@/lib/core/paths';
import type { MailContent } from '@/lib/mail/content';
import { rewordCalls } from '@/lib/mail/steps';
import { getOffice } from '@/lib/settings/queries';
import { freedMail, stepTakenMail } from '../../emails/step-taken';
import { proposalsPaths } from '../../paths';
import { PROPOSAL_KEYS } from '../../rules';
import { onceEach } from '../../supporting/fragments';
import type { Concerned } from '../telling/steps';
import { stillSaid } from './rules';
import type { FreedSaid, Said, StepSaid } from './types';

/** Everybody whose proposal goes along with another hears what happened to that, one thing after the other. */
export const tellAlongOf = (tellingId: string): Promise<void> =>
  tellInOrder(tellingId, tellThoseAlong);

interface Along extends Concerned {
  /** Number of the one it goes along with; its own where it goes alone. */
  rootNumber: number;
}

/** Tells the next of those who go along with a proposal, each address once. */
export async function tellThoseAlong(tx: Tx, round: Round, most: number): Promise<string | null> {
  const said = round.said as Said;
  const people = await nextAlong(tx, round, most, said);
  if (said.kind === 'freed') await tellFreedOnes(tx, said, people);
  else await tellStep(tx, said, people);
  return people.at(-1)?.id ?? null;
}

/**
 * Of those at one address the first, with the one it goes along with; nobody goes along with two. Whoever shares an
 * address with the author of that one was told as its author.
 */
async function nextAlong(
  tx: Tx,
  { subjectId, after }: Round,
  most: number,
  said: Said,
): Promise<Along[]> {
  const roots = said.kind === 'freed' ? said.freed : [subjectId];
  return await tx.$queryRaw<Along[]>`
    ${onceEach(roots, new Date(said.at))}
    SELECT each.id::text, each.number, each.name, each.contact_kind::text AS "contactKind",
      each.contact_value AS "contactValue", each.locale, root.number AS "rootNumber"
    FROM each JOIN proposals root ON root.id = each.root
    WHERE (${said.kind === 'freed'} OR each.id <> each.root)
      AND (${after}::uuid IS NULL OR each.id > ${after}::uuid)
    ORDER BY each.id LIMIT ${most}`;
}

async function tellStep(tx: Tx, said: StepSaid, people: readonly Along[]): Promise<void> {
  const { words, isReadByAll, aboutId, reworded } = said;
  const { step, before } = stillSaid(said, now());
  const ids = people.map(({ id }) => id);
  const hear = reworded === null ? [] : await rewordCalls(tx, ids, reworded);
  const { phone, forumName: forum } = await getOffice({ locale: 'de' });
  await tellOwners(
    tx,
    people.filter(({ id }) => reworded?.saysAll === false || !hear.includes(id)),
    { before, aboutId },
    (locale, person): Promise<MailContent> => {
      const { number, rootNumber } = person;
      const { params, quotes } = words[locale] ?? words.de ?? { params: {}, quotes: [] };
      const shared = localized(locale, proposalsPaths.proposal(rootNumber));
      return stepTakenMail(locale, {
        ...{ step, number, joinedTo: rootNumber, title: null, params, quotes, phone, forum },
        own: localized(locale, proposalsPaths.proposalReceipt(personalKey(PROPOSAL_KEYS, person))),
        shared: isReadByAll ? shared : null,
        desk: proposalsPaths.teamProposal(rootNumber),
      });
    },
  );
}

async function tellFreedOnes(tx: Tx, said: FreedSaid, people: readonly Along[]): Promise<void> {
  const { leadNumber, reason } = said;
  const { phone } = await getOffice({ locale: 'de' });
  await tellOwners(tx, people, {}, (locale, person) => {
    const { number, rootNumber } = person;
    return freedMail(locale, {
      ...{ number, joinedTo: number === rootNumber ? null : rootNumber, leadNumber, reason, phone },
      own: localized(locale, proposalsPaths.proposalReceipt(personalKey(PROPOSAL_KEYS, person))),
      desk: proposalsPaths.teamProposal(rootNumber),
    });
  });
}
