import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { forgetOldActivation } from '../privacy';
import { makeSurvey, surveyInput } from '../samples';
import {
  answerSurvey,
  askInvitation,
  enterAnswer,
  enterInvitation,
  openSurvey,
  saveSurvey,
  strikeInvitation,
  tellSurvey,
} from './commands';
import {
  getPublicSurvey,
  getSurvey,
  getToldSurvey,
  listAnswers,
  listInvitations,
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

describe('a survey', () => {
  it('is changed until it is opened, and then its questions stay', async () => {
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

  it('takes answers on the web on its days, on paper until it is told', async () => {
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
    const shown = await listAnswers(office, id);
    expect(shown.map(({ mode }) => mode).toSorted()).toEqual(['PAPER', 'WEB']);
    expect(shown.map(({ answers }) => answers.filter(Boolean))).toEqual([
      ['Der Ausblick'],
      ['Der Ausblick'],
    ]);
  });

  it('is told when it is over, in words of the office and without names', async () => {
    const { id, code, version } = await makeSurvey(office);
    for (const _ of [1, 2, 3, 4])
      await answerSurvey(guest, { code, ...NO_TEXT, answer1: 'Geheime Antwort' });
    const told = { id, version, summary: 'Alle wollen eine Bank.', quotes: 'Endlich!\nGut so.' };
    expect(await tellSurvey(office, told)).toMatchObject({
      code: 'activation-surveys.refused.notOver',
    });
    setClock(AFTER);
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
    expect(await listAnswers(office, id)).toHaveLength(6);
  });

  it('is entered and struck by the office, and forgotten after six months, answers after twelve', async () => {
    const { id, code, version } = await makeSurvey(office);
    await answerSurvey(guest, { code, ...NO_TEXT, answer1: 'Der Ausblick' });
    await enterInvitation(office, { id, ...person });
    const [shown] = await listInvitations(office, id);
    expect(shown).toMatchObject(person);
    await strikeInvitation(office, { id: shown?.id ?? '' });
    expect(await listInvitations(office, id)).toEqual([]);
    await enterInvitation(office, { id, ...person });
    setClock(AFTER);
    await tellSurvey(office, { id, version, summary: 'Alle wollen eine Bank.', quotes: 'Ja.' });
    setClock(new Date('2027-06-09T12:00:00+02:00'));
    await forgetOldActivation();
    expect(await listInvitations(office, id)).toHaveLength(1);
    setClock(new Date('2027-06-12T12:00:00+02:00'));
    await forgetOldActivation();
    expect(await listInvitations(office, id)).toEqual([]);
    expect((await listAnswers(office, id))[0]?.answers[0]).toBe('Der Ausblick');
    setClock(new Date('2027-12-12T12:00:00+01:00'));
    await forgetOldActivation();
    expect((await listAnswers(office, id)).map(({ answers }) => answers.join(''))).toEqual(['']);
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
