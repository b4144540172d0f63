import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { withoutRowLocks } from '@/lib/testing/without-guards';
import { askInvitation } from '../inviting/commands';
import { makeSurvey } from '../samples';
import { WEB_SHEETS_MAX } from '../surveys/rules';
import { answerSurvey } from './commands';

testDatabase();

let office: Actor;

beforeAll(async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await makeOffice();
  await makeDistrict();
  office = await makeActor({ roles: ['COORDINATOR'] });
});

const RUSH = Array.from({ length: 8 }, (_, index) => `Stimme ${index}`);
const NO_TEXT = { answer1: '', answer2: '', answer3: '', answer4: '', answer5: '' };

/** What comes in two ways and lies in a table each. */
const SHEETS = {
  answer: {
    fill: async (surveyId: string, many: number) => {
      const data = Array.from({ length: many }, () => ({ surveyId, mode: 'WEB', answer1: 'Ja' }));
      await ownerDb.activationAnswer.createMany({ data: data as never });
    },
    send: (code: string, answer1: string) =>
      answerSurvey(makeGuest(), { code, ...NO_TEXT, answer1 }),
    count: (surveyId: string) => ownerDb.activationAnswer.count({ where: { surveyId } }),
  },
  invitation: {
    fill: async (surveyId: string, many: number) => {
      const data = Array.from({ length: many }, () => ({ surveyId, name: 'A', contact: 'Büro' }));
      await ownerDb.activationInvitation.createMany({ data });
    },
    send: (code: string, name: string) =>
      askInvitation(makeGuest(), { code, name, contact: 'Büro' }),
    count: (surveyId: string) => ownerDb.activationInvitation.count({ where: { surveyId } }),
  },
} as const;

/** How many of a rush are taken by a survey that has one place left. */
async function lastPlace(kind: keyof typeof SHEETS) {
  const { fill, send, count } = SHEETS[kind];
  const { id, code } = await makeSurvey(office);
  await fill(id, WEB_SHEETS_MAX - 1);
  const all = await Promise.all(RUSH.map((text) => send(code, text)));
  return { taken: all.filter(({ ok }) => ok).length, lying: await count(id) };
}

describe.each(['answer', 'invitation'] as const)(
  'the last %s a survey takes on the web',
  (kind) => {
    it('is one, however many come at once', async () => {
      expect(await lastPlace(kind)).toEqual({ taken: 1, lying: WEB_SHEETS_MAX });
    });

    it('would be several without the lock (red twin)', async () => {
      const { taken } = await withoutRowLocks(() => lastPlace(kind));
      expect(taken).toBeGreaterThan(1);
    });
  },
);
