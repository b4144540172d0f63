import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { answerSurvey, enterAnswer, strikeAnswer } from '../answers/commands';
import { askInvitation, enterInvitation, strikeInvitation } from '../inviting/commands';
import { listInvitations } from '../inviting/queries';
import { forgetOldActivation } from '../privacy';
import { surveyRow } from '../rows.mjs';
import { makeSurvey, surveyInput } from '../samples';
import { deleteSurvey, finishSurvey, openSurvey, saveSurvey, tellSurvey } from './commands';
import {
  getAnswers,
  getPublicSurvey,
  getSurvey,
  getToldSurvey,
  listPublicSurveys,
} from './queries';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
const AFTER = new Date('2026-12-12T12:00:00+01:00');
const NO_TEXT = { answer1: '', answer2: '', answer3: '', answer4: '', answer5: '' };
const person = { name: 'Renate V.', contact: '030 23125-111' };
const guest = makeGuest();
let office: Actor;

beforeAll(async () => {
  setClock(NOW);
  await makeOffice();
  await makeDistrict();
  office = await makeActor({ roles: ['COORDINATOR'] });
});

beforeEach(() => setClock(NOW));

const saidBy = (answer1: string, answer2 = '') => ({ ...NO_TEXT, answer1, answer2 });

/** @returns the version after it */
async function finish(id: string): Promise<number> {
  const { version } = await getSurvey(office, id);
  expect(await finishSurvey(office, { id, version })).toMatchObject({ ok: true });
  return version + 1;
}

describe('a survey', () => {
  it('is changed until it is opened, and then its questions stay', async () => {
    expect(
      await saveSurvey(office, surveyInput({ question2: 'Was fehlt, seit Frau Krause weg ist?' })),
    ).toMatchObject({ code: 'outreach-rounds.trace.name', field: 'question2' });
    const saved = await saveSurvey(office, surveyInput({ question2: '' }));
    const id = saved.ok ? saved.value.id : '';
    const { version, code } = await getSurvey(office, id);
    await expect(getPublicSurvey(code)).rejects.toThrow('NOT_FOUND');
    await saveSurvey(office, { ...surveyInput(), id, version });
    const draft = await getSurvey(office, id);
    expect(draft).toMatchObject({ phase: 'draft', questions: ['Was ist gut?', 'Was fehlt?'] });
    await openSurvey(office, { id, version: draft.version });
    const { version: seen } = await getSurvey(office, id);
    expect(await saveSurvey(office, { ...surveyInput(), id, version: seen })).toMatchObject({
      code: 'activation-surveys.refused.opened',
    });
    expect(await getPublicSurvey(code)).toMatchObject({ phase: 'open', title: 'Am Hang' });
  });

  it('goes as a draft, and never once somebody could be asked', async () => {
    const saved = await saveSurvey(office, surveyInput());
    const id = saved.ok ? saved.value.id : '';
    await expect(deleteSurvey(guest, { id, version: 0 })).rejects.toThrow();
    expect(await deleteSurvey(office, { id, version: 7 })).toMatchObject({ ok: false });
    expect(await deleteSurvey(office, { id, version: 0 })).toMatchObject({ ok: true });
    await expect(getSurvey(office, id)).rejects.toThrow('NOT_FOUND');
    const { id: asked, version } = await makeSurvey(office);
    expect(await deleteSurvey(office, { id: asked, version })).toMatchObject({
      code: 'activation-surveys.refused.opened',
    });
    await expect(ownerDb.activationSurvey.delete({ where: { id: asked } })).rejects.toThrow(
      /stays/,
    );
  });

  it('takes answers on the web on its days, on paper until all sheets are in', async () => {
    const { id, code } = await makeSurvey(office);
    const said = { ...NO_TEXT, answer1: 'Der Ausblick', answer3: 'nach nichts gefragt' };
    expect(await answerSurvey(guest, { code, ...NO_TEXT })).toMatchObject({ field: 'answer1' });
    expect(await answerSurvey(guest, { code, ...said })).toMatchObject({ ok: true });
    const reached = { code, ...said, answer2: 'Rufen Sie an: 03772 123456' };
    expect(await answerSurvey(guest, reached)).toMatchObject({ field: 'answer2' });
    await expect(enterAnswer(guest, { id, ...said, mode: 'PAPER', sheet: 0 })).rejects.toThrow();
    setClock(AFTER);
    const late = { code: 'activation-surveys.refused.notOpen' };
    expect(await answerSurvey(guest, { code, ...said })).toMatchObject(late);
    expect(await askInvitation(guest, { code, ...person })).toMatchObject(late);
    await enterAnswer(office, { id, ...said, mode: 'PAPER', sheet: 0 });
    expect(await getAnswers(office, id)).toEqual({
      sheets: 2,
      ways: ['PAPER', 'WEB'].map((mode) => ({ mode, count: 1 })),
      answers: null,
    });
  });

  it('is told when it is over, in words of the office and without names', async () => {
    const { id, code, version } = await makeSurvey(office);
    for (const _ of [1, 2, 3, 4])
      await answerSurvey(guest, { code, ...NO_TEXT, answer1: 'Geheime Antwort' });
    const told = { id, version, summary: 'Alle wollen eine Bank.', quotes: 'Endlich!\nGut so.' };
    expect(await tellSurvey(office, told)).toMatchObject({
      code: 'activation-surveys.refused.notFinished',
    });
    setClock(AFTER);
    expect(await tellSurvey(office, told)).toMatchObject({
      code: 'activation-surveys.refused.notFinished',
    });
    told.version = await finish(id);
    const named = { ...told, quotes: 'Frau Krause will eine Bank.' };
    expect(await tellSurvey(office, named)).toMatchObject({ field: 'quotes' });
    await expect(getToldSurvey(code)).rejects.toThrow('NOT_FOUND');
    await tellSurvey(office, told);
    const result = await getToldSurvey(code);
    expect(result).toMatchObject({ answers: null, quotes: ['Endlich!', 'Gut so.'] });
    expect(JSON.stringify([result, await listPublicSurveys()])).not.toContain('Geheime');
    const answer = { id, ...NO_TEXT, answer1: 'Zu spät', mode: 'PAPER', sheet: 0 } as const;
    expect(await enterAnswer(office, answer)).toMatchObject({ ok: false });
  });
});

it('everybody finds what came of each survey there was, and none that nobody told of', async () => {
  const before = await listPublicSurveys();
  const add = async (number: number, toldAt: Date | null) => {
    const code = `HANGA${'34679ACDEFGHJKMNPQRTWXY'[number]}`;
    const row = surveyRow({ code, questions: { create: { position: 1, text: 'Was fehlt?' } } });
    const { id } = await ownerDb.activationSurvey.create({ data: row, select: { id: true } });
    await ownerDb.activationSurvey.update({ where: { id }, data: { opened: true } });
    const told = { finished: true, summary: 'Eine Bank.', toldAt };
    if (toldAt) await ownerDb.activationSurvey.update({ where: { id }, data: told });
  };
  for (let number = 0; number < 22; number += 1) await add(number, number === 0 ? null : NOW);
  expect(await listPublicSurveys()).toHaveLength(before.length + 21);
});

it('a survey of days that are over is not opened, and none lasts longer than three months', async () => {
  const over = surveyInput({ startsOn: '2026-11-01', endsOn: '2026-11-29' });
  const saved = await saveSurvey(office, over);
  const id = saved.ok ? saved.value.id : '';
  expect(await openSurvey(office, { id, version: 0 })).toMatchObject({
    code: 'activation-surveys.refused.overAlready',
  });
  expect(() => surveyInput({ endsOn: '2027-03-02' })).toThrow(/tooLong/);
  expect(surveyInput({ endsOn: '2027-03-01' }).endsOn).toBe('2027-03-01');
  const endsOn = new Date('2027-02-02');
  const long = ownerDb.activationSurvey.update({ where: { id }, data: { endsOn } });
  await expect(long).rejects.toThrow(/activation_surveys_days/);
});

describe('what was answered', () => {
  it('is read by nobody as it comes in, and then by question and by the alphabet', async () => {
    const { id, code } = await makeSurvey(office);
    for (const said of ['e', 'd', 'c', 'b', 'a'])
      await answerSurvey(guest, { code, ...saidBy(said, said === 'c' ? 'Bank' : '') });
    expect((await getAnswers(office, id)).answers).toBeNull();
    const { version } = await getSurvey(office, id);
    expect(await finishSurvey(office, { id, version })).toMatchObject({
      code: 'activation-surveys.refused.notOver',
    });
    setClock(AFTER);
    expect((await getAnswers(office, id)).answers).toBeNull();
    await finish(id);
    expect(await getAnswers(office, id)).toEqual({
      ...{ sheets: 5, ways: [{ mode: 'WEB', count: 5 }] },
      answers: [['a', 'b', 'c', 'd', 'e'], ['Bank']],
    });
    const late = { id, ...saidBy('zu spät'), mode: 'PAPER', sheet: 0 } as const;
    expect(await enterAnswer(office, late)).toMatchObject({ ok: false });
    expect(await enterInvitation(office, { id, ...person })).toMatchObject({ ok: false });
  });

  it('is struck out where it names somebody, and with its last answer a sheet', async () => {
    const { id, code } = await makeSurvey(office);
    for (const said of ['a', 'b', 'c', 'd', 'e', 'f'])
      await answerSurvey(guest, { code, ...saidBy(said, said === 'a' ? 'Frau Krause' : '') });
    const struck = (question: number, text: string) => strikeAnswer(office, { id, question, text });
    expect(await struck(1, 'a')).toMatchObject({ ok: false });
    setClock(AFTER);
    await finish(id);
    await expect(strikeAnswer(guest, { id, question: 2, text: 'Frau Krause' })).rejects.toThrow();
    await expect(struck(1, 'Frau Krause')).rejects.toThrow('NOT_FOUND');
    expect(await struck(2, 'Frau Krause')).toMatchObject({ ok: true });
    expect(await getAnswers(office, id)).toMatchObject({
      ...{ sheets: 6, answers: [['a', 'b', 'c', 'd', 'e', 'f'], []] },
    });
    await struck(1, 'a');
    expect(await getAnswers(office, id)).toMatchObject({
      ...{ sheets: 5, answers: [['b', 'c', 'd', 'e', 'f'], []] },
    });
  });

  it('full of nothing on the web still takes what the office hears', async () => {
    const { id, code } = await makeSurvey(office);
    await ownerDb.activationAnswer.createMany({
      data: Array.from({ length: 1500 }, () => ({ surveyId: id, mode: 'WEB', answer1: 'x' })),
    });
    expect(await answerSurvey(guest, { code, ...saidBy('Bank') })).toMatchObject({
      code: 'activation-surveys.refused.full',
    });
    const heard = { id, ...saidBy('Bank'), mode: 'PHONE', sheet: 0 } as const;
    expect(await enterAnswer(office, heard)).toMatchObject({ ok: true });
  });

  it('of fewer than five is read by nobody', async () => {
    const { id, code } = await makeSurvey(office);
    for (const said of ['a', 'b', 'c', 'd']) await answerSurvey(guest, { code, ...saidBy(said) });
    await askInvitation(guest, { code, ...person });
    setClock(AFTER);
    await finish(id);
    expect(await getAnswers(office, id)).toMatchObject({ sheets: 4, answers: null });
  });
});

describe('who wants to be invited', () => {
  interface Lying {
    said: string;
    writer: string;
  }
  const answersOf = (survey: string) => ownerDb.$queryRaw<Lying[]>`
    SELECT answer1 AS said, xmin::text AS writer FROM activation_answers
    WHERE survey_id = ${survey}::uuid ORDER BY ctid`;
  const invitationsOf = (survey: string) => ownerDb.$queryRaw<Lying[]>`
    SELECT name AS said, xmin::text AS writer FROM activation_invitations
    WHERE survey_id = ${survey}::uuid ORDER BY ctid`;

  it('stands nowhere near an answer: not by day, not by order, not by who wrote the row', async () => {
    const { id, code } = await makeSurvey(office);
    const before = await ownerDb.auditEntry.count();
    const people = Array.from({ length: 14 }, (_, index) => `Nummer ${index + 10}`);
    for (const name of people) {
      await answerSurvey(guest, { code, ...NO_TEXT, answer1: name });
      await askInvitation(guest, { code, name, contact: 'Büro' });
    }
    for (const lying of [await answersOf(id), await invitationsOf(id)]) {
      expect(lying.map(({ said }) => said).toSorted()).toEqual(people);
      expect(lying.map(({ said }) => said)).not.toEqual(people);
      expect(new Set(lying.map(({ writer }) => writer)).size).toBe(1);
    }
    const kinds = await ownerDb.$queryRaw<{ kind: string }[]>`
      SELECT DISTINCT data_type AS kind FROM information_schema.columns
      WHERE table_name IN ('activation_answers', 'activation_invitations') ORDER BY 1`;
    expect(kinds.map(({ kind }) => kind)).toEqual(['USER-DEFINED', 'text', 'uuid']);
    const lines = (await ownerDb.auditEntry.count()) - before;
    expect(lines).toBe(0);
  });

  it('none is lost when several come at once', async () => {
    const { id, code } = await makeSurvey(office);
    const said = (answer1: string) => answerSurvey(guest, { code, ...NO_TEXT, answer1 });
    const all = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(said));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect((await getAnswers(office, id)).sheets).toBe(6);
  });

  it('is entered and struck by the office, and forgotten after six months, answers after twelve', async () => {
    const { id, code } = await makeSurvey(office);
    for (const _ of [1, 2, 3, 4, 5]) await answerSurvey(guest, { code, ...saidBy('Der Ausblick') });
    await enterInvitation(office, { id, ...person });
    const [shown] = await listInvitations(office, id);
    expect(shown).toMatchObject(person);
    await strikeInvitation(office, { id: shown?.id ?? '' });
    expect(await listInvitations(office, id)).toEqual([]);
    await enterInvitation(office, { id, ...person });
    setClock(AFTER);
    const version = await finish(id);
    await tellSurvey(office, { id, version, summary: 'Alle wollen eine Bank.', quotes: 'Ja.' });
    setClock(new Date('2027-06-09T12:00:00+02:00'));
    await forgetOldActivation();
    expect(await listInvitations(office, id)).toHaveLength(1);
    setClock(new Date('2027-06-12T12:00:00+02:00'));
    await forgetOldActivation();
    expect(await listInvitations(office, id)).toEqual([]);
    const kept = async () => (await getAnswers(office, id)).answers?.[0]?.length;
    expect(await kept()).toBe(5);
    setClock(new Date('2027-12-12T12:00:00+01:00'));
    await forgetOldActivation();
    expect(await kept()).toBe(0);
    expect(await getToldSurvey(code)).toMatchObject({
      quotes: [],
      summary: 'Alle wollen eine Bank.',
    });
  });
});

it('the database takes five questions and whole days', async () => {
  const { id } = await makeSurvey(office);
  const sixth = { surveyId: id, position: 6, text: 'Noch eine?' };
  await expect(ownerDb.activationQuestion.create({ data: sixth })).rejects.toThrow();
  await expect(
    ownerDb.activationSurvey.update({ where: { id }, data: { endsOn: new Date('2026-01-01') } }),
  ).rejects.toThrow(/days/);
});
