import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { SESSION_CHOICES } from '@/lib/cases/sessions/fragments';
import type { SessionChoice } from '@/lib/cases/sessions/types';
import { plusDays } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeToday } from '@/lib/core/office-time';
import { PROPOSAL_RIGHTS } from '../../access';
import type { OfficeStep } from '../../way/rules';
import { sessionsThatHad, sessionsThatList } from '../rules';
import type { BodyChoice } from '../types';

/** Sessions a step can name: those on whose agenda it stood, or will stand. */
export const listSessionsFor = sameFor(
  PROPOSAL_RIGHTS.review,
  async (number: number, step: OfficeStep): Promise<SessionChoice[]> => {
    const { id } = await db.proposal.findUniqueOrThrow({ where: { number }, select: { id: true } });
    return db.forumSession.findMany({
      where: step === 'discuss' ? sessionsThatList(id) : sessionsThatHad(id),
      ...SESSION_CHOICES,
    });
  },
);

const USUAL_DAYS = 28;

/** Whom a proposal can be handed over to, with the day that was agreed with each. */
export const listResponsibleBodies = sameFor(
  PROPOSAL_RIGHTS.review,
  async (): Promise<BodyChoice[]> => {
    const partners = await db.partner.findMany({
      where: { state: { not: 'ENDED' } },
      select: { id: true, name: true, agreedResponseDays: true },
      orderBy: { name: 'asc' },
    });
    const today = officeToday();
    return partners.map(({ id, name, agreedResponseDays }) => ({
      id,
      name,
      usualAnswerOn: plusDays(today, agreedResponseDays ?? USUAL_DAYS),
    }));
  },
);
