import fs from 'node:fs';
import { expect, test } from '@playwright/test';
import { BEGIN, monthOf } from '../days';
import { ACTIONS } from './actions';
import { proposalFields, signUpFields } from './form-fields';
import { type House, openHouse } from './house';
import { formToken, type Person } from './identities';
import { INPUTS } from './inputs';
import { expectNothing, press, send, statusOf } from './sending';
import { type Field, listServerActions } from './server-actions';
import { Things } from './things';
import { changedSince, markOf } from './writes';

test.describe.configure({ timeout: 900_000 });

let house: House;
let things: Things;

test.beforeAll(async () => {
  house = await openHouse();
  things = new Things(house);
});

test.afterAll(async () => {
  await house.close();
});

test('steps cannot be skipped, whoever presses', async () => {
  const coordinator = await house.person('coordinator');
  const resident = await house.person('resident');
  const proposal = await things.proposal('SUBMITTED');
  await expectNothing(house, coordinator, 'team/vorschlaege/[number]#decideProposalAction', [
    ['number', String(proposal.number)],
    ['step', 'finish'],
    ['seen', '1'],
    ['resultNote', 'Gebaut und fertig'],
  ]);
  await expectNothing(house, coordinator, 'team/forum/[number]#takeStepAction', [
    ['session', String((await things.session('HELD', -48)).number)],
    ['version', '1'],
    ['step', 'invite'],
  ]);
  await expectNothing(house, coordinator, 'team/forum/[number]/ergebnis#addTaskAction', [
    ['session', String((await things.session('INVITED')).number)],
    ['task', 'Zu früh'],
    ['assignee', 'Büro'],
    ['dueOn', ''],
  ]);
  await expectNothing(house, coordinator, 'team/abstimmungen#discardPollDraftAction', [
    ['number', '2'],
  ]);
  await expectNothing(house, resident, 'forum/anmelden/[number]#signUpAction', [
    ['session', String((await things.session('HELD', -48)).number)],
    ...signUpFields,
  ]);
  await expectNothing(house, resident, 'unterstuetzung/vorgang/[code]#decideOfferAction', [
    ['key', (await things.request('RECEIVED')).code],
    ['remark', ''],
  ]);
  await expectNothing(house, resident, 'vorschlaege/unterstuetzen/[number]#supportProposalAction', [
    ['number', String(proposal.number)],
    ['wanted', 'yes'],
  ]);
});

test('polls take a ballot only while they are open, and one from each', async () => {
  const voter = await house.person('resident');
  const ballot = async (number: number): Promise<Field[]> => [
    ['poll', String(number)],
    ['step', 'cast'],
    ['age', 'on'],
    [
      'choices',
      await house.one("SELECT frozen_rule->'options'->0->>'id' FROM polls WHERE number = $1", [
        number,
      ]),
    ],
  ];
  const cast = 'abstimmungen/stimmzettel/[number]#ballotAction';
  await expectNothing(house, voter, cast, await ballot((await things.poll('SCHEDULED')).number));
  await expectNothing(house, voter, cast, await ballot(1));
  expect((await send(house, voter, cast, await ballot(2))).changed).toContain('ballots');
  await expectNothing(house, voter, cast, await ballot(2));
  const draft = await things.poll('DRAFT');
  await expectNothing(house, voter, cast, [
    ['poll', String(draft.number)],
    ['step', 'cast'],
    ['age', 'on'],
    ['choices', await house.one('SELECT id FROM poll_options WHERE poll_id = $1', [draft.id])],
  ]);
});

test('a form counts once, not after a day, and not with a token nobody gave', async () => {
  const guest = await house.person('guest');
  const submit = 'vorschlaege/neu/idee#submitProposalAction';
  const fields = proposalFields(things.district);
  const token = house.token();
  expect((await send(house, guest, submit, fields, token)).changed).toContain('proposals');
  const again = await send(house, guest, submit, fields, token);
  expect(again.changed).toEqual([]);
  expect(again.to).not.toBe('');
  const strange = [
    formToken('another secret, as long as ours would be'),
    house.token(-25 * 60),
    `${house.token()}x`,
    '',
    'a.b.c',
    '\u0000',
  ];
  for (const foreign of strange) await expectNothing(house, guest, submit, fields, foreign);
});

test('a code signs in once', async () => {
  const { id, code, link } = await things.signInCode();
  const enter = 'anmelden#enterCodeAction';
  const fields: Field[] = [
    ['request', id],
    ['code', code],
  ];
  expect((await send(house, await house.person('guest'), enter, fields)).changed).toContain(
    'user_sessions',
  );
  const second = await send(house, await house.person('guest'), enter, fields);
  expect([second.state, second.changed]).toEqual(['invalid', ['sign_in_codes']]);
  await expectNothing(house, await house.person('guest'), 'anmelden#confirmLinkAction', [
    ['token', link],
  ]);
});

test('what is not public is not found, and in no feed', async () => {
  const guest = await house.person('guest');
  const title = 'Nur fuer Partner 0815';
  const hidden = await things.entry(house.homes.partners[0], { partners_only: true, title });
  const shown = await things.entry(house.homes.partners[0]);
  const draft = (await things.poll('DRAFT')).number;
  await house.one("SELECT pg_notify('stadtteilforum_page_cache', '*')");
  const withdrawn = (await things.proposal('WITHDRAWN')).number;
  for (const path of [
    `/kalender/termin/${hidden}`,
    `/abstimmungen/${draft}`,
    `/vorschlaege/nr/${withdrawn}`,
    `/vorschlaege/nr/${(await things.proposal('NOT_PUBLISHED')).number}`,
  ]) {
    expect(await statusOf(guest, path), path).toBe(404);
  }
  expect(await statusOf(guest, `/kalender/termin/${shown}`)).toBe(200);
  for (const path of ['/kalender', `/kalender/monat/${monthOf(BEGIN)}`, '/kalender.ics'])
    expect((await guest.visitor.page(path)).html, path).not.toContain(title);
});

test('neither mails nor the log take over what was typed into the wrong place', async () => {
  const guest = await house.person('guest');
  const mark = 'unverwechselbar-4711';
  const nasty = `${mark}\r\nBcc: x@evil.example\u001b[31m{"level":"error"}`;
  const fields = proposalFields(things.district).filter(
    ([name]) => !['title', 'contact', 'contactKind'].includes(name),
  );
  await send(house, guest, 'vorschlaege/neu/idee#submitProposalAction', [
    ...fields,
    ['title', nasty],
    ['contactKind', 'MAIL'],
    ['contact', `${mark}@person.example`],
  ]);
  await send(house, guest, 'anmelden#requestCodeAction', [
    ['email', `a@b.example\r\nBcc: ${mark}@c.example`],
  ]);
  await guest.visitor.page(`/nummer?number=${encodeURIComponent(nasty)}`);
  await guest.visitor.page(`/vorschlaege/quittung/${encodeURIComponent(nasty)}`);
  const broken = await house.one<number>(
    `SELECT count(*)::int FROM outgoing_mails WHERE (recipient || subject) ~ E'[\\\\r\\\\n]'`,
  );
  expect(broken).toBe(0);
  const log = fs.readFileSync(house.logFile, 'utf8');
  expect(log).not.toContain(mark);
  expect(log).not.toContain('@person.example');
});

test('a form whose token was spent on another opens nothing and writes nothing, whichever it is', async () => {
  const spent = house.token();
  const guest = await house.person('guest');
  const session = await things.session('INVITED');
  const signUp = 'forum/anmelden/[number]#signUpAction';
  const fields: Field[] = [['session', String(session.number)], ...signUpFields];
  const first = await send(house, guest, signUp, fields, spent);
  expect(first.to).toContain('/forum/anmeldung/');

  const forms: [string, Person, readonly Field[]][] = [];
  for (const { name } of listServerActions()) {
    const person = await house.person(ACTIONS[name]?.may[0] ?? 'guest');
    forms.push([name, person, (await INPUTS[name]?.({ house, things, person })) ?? []]);
  }
  const before = await markOf(house.client);
  for (const [name, { visitor }, typed] of forms) {
    const { to } = await press(house, visitor, name, typed, spent);
    expect(to, name).not.toBe(first.to);
    expect(to, name).not.toContain('/anmelden/code/');
  }
  // The same form with other words belongs to somebody else.
  const others = fields.map(([name, value]): Field => [name, name === 'name' ? 'Fremd' : value]);
  expect((await press(house, guest.visitor, signUp, others, spent)).to).toBe('');
  // Wrong codes are counted, as they should be; a file comes in before it is asked whether something names
  // it, and goes again by itself where nothing does.
  const changed = await changedSince(house.client, before);
  const expected = ['sign_in_codes', 'stored_files'];
  expect(changed.filter((table) => !expected.includes(table))).toEqual([]);
  // The red twin: sent just like before it leads where it led before.
  expect((await press(house, guest.visitor, signUp, fields, spent)).to).toBe(first.to);
});
