import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { answerSurvey, enterAnswer } from '../answers/commands';
import { askInvitation, inviteAsked } from '../inviting/commands';
import { makeSurvey, surveyInput } from '../samples';
import {
  closeSurvey,
  correctSurvey,
  finishSurvey,
  openSurvey,
  saveSurvey,
  takeFinishBack,
  tellSurvey,
} from './commands';
import { getPublicSurvey, getSurvey } from './queries';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
const AFTER = new Date('2026-12-12T12:00:00+01:00');
const said = { answer1: 'Bank', answer2: '', answer3: '', answer4: '', answer5: '' };
const guest = makeGuest();
let office: Actor;

beforeAll(async () => {
  setClock(NOW);
  await makeOffice();
  await makeDistrict();
  office = await makeActor({ roles: ['COORDINATOR'] });
});

beforeEach(() => setClock(NOW));
afterEach(() => moveClock(null));

const versionOf = async (id: string) => (await getSurvey(office, id)).version;
const TOLD = { summary: 'Eine Bank fehlt allen.', quotes: '' };
const WORDS = 'Wir laden am Dienstag ins Büro ein.';
const back = async (id: string) => takeFinishBack(office, { id, version: await versionOf(id) });
const close = async (id: string) => closeSurvey(office, { id, version: await versionOf(id) });
const correct = async (
  id: string,
  changes: { title?: string; intro?: string; endsOn?: string },
) => {
  const { title, intro, version } = await getSurvey(office, id);
  return correctSurvey(office, { id, version, title, intro, ...changes });
};

describe('a survey that was opened by mistake', () => {
  it('is a draft again, everything of it can be changed, and its address stays', async () => {
    const { id, code } = await makeSurvey(office);
    await expect(closeSurvey(guest, { id, version: await versionOf(id) })).rejects.toThrow();
    expect(await closeSurvey(office, { id, version: 7 })).toMatchObject({ ok: false });
    expect(await close(id)).toEqual({ ok: true, value: { id } });
    await expect(getPublicSurvey(code)).rejects.toThrow('NOT_FOUND');
    const changed = { ...surveyInput({ question1: 'Was stört?' }), id };
    await saveSurvey(office, { ...changed, version: await versionOf(id) });
    await openSurvey(office, { id, version: await versionOf(id) });
    expect(await getPublicSurvey(code)).toMatchObject({ questions: ['Was stört?', 'Was fehlt?'] });
  });

  it.each([
    ['an answer is there', (code: string) => answerSurvey(guest, { code, ...said })],
    [
      'somebody wants to be invited',
      (code: string) => askInvitation(guest, { code, name: 'Renate V.', contact: '030 23125-111' }),
    ],
  ])('not when %s', async (_name, comes) => {
    const { id, code } = await makeSurvey(office);
    expect(await comes(code)).toMatchObject({ ok: true });
    expect(await close(id)).toMatchObject({ code: 'activation-surveys.refused.answered' });
    expect(await getPublicSurvey(code)).toMatchObject({ phase: 'open' });
  });

  it('not when its last day is over', async () => {
    const { id } = await makeSurvey(office);
    setClock(AFTER);
    expect(await close(id)).toMatchObject({ code: 'activation-surveys.refused.notToClose' });
  });
});

describe('what is wrong in an opened survey', () => {
  it('is put right although somebody answered, and longer or shorter are its days', async () => {
    const { id, code } = await makeSurvey(office);
    await answerSurvey(guest, { code, ...said });
    const title = 'Am Hang und im Tal';
    expect(await correct(id, { title, endsOn: '2026-12-20' })).toMatchObject({ ok: true });
    setClock(AFTER);
    expect(await getPublicSurvey(code)).toMatchObject({ title, phase: 'open' });
    expect(await correct(id, { endsOn: '2026-12-11' })).toMatchObject({ ok: true });
    expect(await getPublicSurvey(code)).toMatchObject({ phase: 'over', questions: { length: 2 } });
    const late = { id, version: 0, title, intro: 'Das Büro fragt.' };
    expect(await correctSurvey(office, late)).toMatchObject({ ok: false });
    await expect(correctSurvey(guest, late)).rejects.toThrow();
  });

  it('keeps its rules: no names, no days before the first one or of more than three months', async () => {
    const { id } = await makeSurvey(office);
    const { startsOn } = await getSurvey(office, id);
    expect(startsOn > '2026-11-01').toBe(true);
    for (const [changes, field] of [
      [{ intro: 'Frau Krause fragt, was fehlt.' }, 'intro'],
      [{ endsOn: '2026-11-01' }, 'endsOn'],
      [{ endsOn: '2027-12-01' }, 'endsOn'],
    ] as const)
      expect(await correct(id, changes)).toMatchObject({ ok: false, field });
  });

  it.each([
    ['is told', (id: string, version: number) => tellSurvey(office, { id, version, ...TOLD })],
    ['invites', (id: string, version: number) => inviteAsked(office, { id, version, text: WORDS })],
  ])('is that not all sheets are in: paper comes again, not once it %s', async (_name, goesOn) => {
    const { id, code } = await makeSurvey(office);
    await answerSurvey(guest, { code, ...said });
    await askInvitation(guest, { code, name: 'Renate V.', contact: '030 23125-111' });
    await moveClock(AFTER);
    await finishSurvey(office, { id, version: await versionOf(id) });
    await expect(takeFinishBack(guest, { id, version: await versionOf(id) })).rejects.toThrow();
    expect(await takeFinishBack(office, { id, version: 0 })).toMatchObject({ ok: false });
    expect(await back(id)).toEqual({ ok: true, value: { id } });
    expect((await getSurvey(office, id)).phase).toBe('over');
    expect(await enterAnswer(office, { id, mode: 'PAPER', sheet: 1, ...said })).toMatchObject({
      ok: true,
    });
    // Answers were read: one that came alone after that would be seen to be whose it is.
    expect(await correct(id, { endsOn: '2026-12-20' })).toMatchObject({ field: 'endsOn' });
    await finishSurvey(office, { id, version: await versionOf(id) });
    await goesOn(id, await versionOf(id));
    expect(await back(id)).toMatchObject({ code: 'activation-surveys.refused.finishStays' });
  });

  it('is that not all sheets are in, for a day', async () => {
    const { id } = await makeSurvey(office);
    await moveClock(AFTER);
    await finishSurvey(office, { id, version: await versionOf(id) });
    await moveClock(new Date(AFTER.getTime() + DAY_MS));
    expect(await back(id)).toMatchObject({ code: 'activation-surveys.refused.finishStays' });
  });

  it('keeps its last day once all sheets are in, and is changed as a draft before it is opened', async () => {
    const { id } = await makeSurvey(office);
    setClock(AFTER);
    await finishSurvey(office, { id, version: await versionOf(id) });
    expect(await correct(id, { endsOn: '2026-12-20' })).toMatchObject({ field: 'endsOn' });
    expect(await correct(id, { title: 'Am Hang, berichtigt' })).toMatchObject({ ok: true });
    const saved = await saveSurvey(office, surveyInput());
    const draft = saved.ok ? saved.value.id : '';
    expect(await correct(draft, {})).toMatchObject({
      code: 'activation-surveys.refused.notOpened',
    });
  });
});
