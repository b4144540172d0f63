import { beforeAll, describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { db, submittedForm } from '@/lib/core/db';
import { hashSecret, newToken } from '@/lib/core/tokens';
import { UNPROVEN_LIMITS } from '@/lib/mail/unproven';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeCategory,
  makeContext,
  makeDistrict,
  makeGuest,
  makeOffice,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { enterIdeaCard, submitProposal } from './commands';
import { listSimilarProposals } from './queries';
import type { IdeaCardInput, SubmitProposalInput } from './schema';

testDatabase();

let districtId = '';
let categoryId = '';

beforeAll(async () => {
  await makeOffice({ promiseWorkdays: 5 });
  districtId = (await makeDistrict()).id;
  categoryId = (await makeCategory()).id;
});

function draft(changes: Partial<SubmitProposalInput> = {}): SubmitProposalInput {
  return {
    title: 'Bank auf halber Strecke zur Kaufhalle',
    body: 'Unterwegs kann man sich nirgends hinsetzen, höchstens auf die Mauer.',
    districtId,
    place: 'Weg zur Kaufhalle',
    categoryId: '',
    nameChoice: 'INITIALS',
    name: 'Renate Krause',
    contactKind: 'NUMBER',
    contact: '',
    ...changes,
  };
}

function card(changes: Partial<IdeaCardInput> = {}): IdeaCardInput {
  const { categoryId: _none, ...rest } = draft();
  return { ...rest, channel: 'POSTCARD', body: '', officeNote: '', ...changes };
}

/** One press on the button of a rendered form. */
function press(token: string, input: SubmitProposalInput) {
  return submittedForm.run({ token, form: 'submit-proposal', at: now() }, () =>
    submitProposal(makeGuest(), input, makeContext(token)),
  );
}

describe('sending a proposal', () => {
  it('is received with a promise and stays hidden', async () => {
    const context = makeContext();
    const result = await submitProposal(makeGuest(), draft({ categoryId }), context);
    expect(result.ok).toBe(true);
    const code = hashSecret('proposal', context.codeFor('proposal', 8));
    const row = await db.proposal.findUniqueOrThrow({
      where: { codeHash: code },
      include: { steps: true },
    });
    expect(row).toMatchObject({
      state: 'SUBMITTED',
      publishedAt: null,
      onBehalf: false,
      categoryId,
    });
    expect(row.promisedFor?.getTime()).toBeGreaterThan(row.submittedAt.getTime());
    expect(row.steps.map(({ to, by }) => [to, by])).toEqual([['SUBMITTED', 'author']]);
  });

  it('mails a receipt with the code to those who gave an address', async () => {
    const before = await db.outgoingMail.count();
    const context = makeContext();
    await submitProposal(
      makeGuest(),
      draft({ contactKind: 'MAIL', contact: 'renate@post.example' }),
      context,
    );
    const [mail] = await mailsAsSent({ recipient: 'renate@post.example' });
    const code = context.codeFor('proposal', 8);
    expect(mail?.text).toContain(`${code.slice(0, 4)}-${code.slice(4)}`);
    await submitProposal(
      makeGuest(),
      draft({ contactKind: 'PHONE', contact: '03772 123456' }),
      makeContext(),
    );
    expect(await db.outgoingMail.count()).toBe(before + 1);
  });

  it('mails nothing a stranger typed, and to one address not without end', async () => {
    const contact = 'opfer@post.example';
    const title = 'Gewonnen: https://evil.example';
    const input = draft({ contactKind: 'MAIL', contact, title, body: title, place: title });
    for (let time = 0; time < 12; time += 1)
      expect((await submitProposal(makeGuest(), input, makeContext())).ok).toBe(true);
    const mails = await mailsAsSent({ recipient: contact });
    expect(mails).toHaveLength(UNPROVEN_LIMITS.networkAndAddress.max);
    expect(JSON.stringify(mails)).not.toMatch(/Gewonnen|evil|Krause/);
  });

  it('that is refused takes nothing from the allowance of receipts', async () => {
    const contact = 'nachbarin.genau@person.example';
    const mail = { contactKind: 'MAIL', contact } as const;
    for (let tries = 0; tries <= UNPROVEN_LIMITS.networkAndAddress.max; tries += 1) {
      const wrong = draft({ ...mail, districtId: crypto.randomUUID() });
      expect((await submitProposal(makeGuest(), wrong, makeContext())).ok).toBe(false);
    }
    await submitProposal(makeGuest(), draft(mail), makeContext());
    expect(await mailsAsSent({ recipient: contact })).toHaveLength(1);
  });

  it('belongs to the resident who was signed in, never to the office', async () => {
    const resident = await makeActor();
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    for (const [who, authorId] of [
      [resident, resident.id],
      [staff, null],
    ] as const) {
      const result = await submitProposal(who, draft(), makeContext());
      const number = result.ok ? result.value.number : 0;
      expect(await db.proposal.findUnique({ where: { number } })).toMatchObject({ authorId });
    }
  });

  it('says which field is wrong when a district or subject is not known', async () => {
    const unknown = '0192f3a0-0000-7000-8000-000000000001';
    const district = await submitProposal(
      makeGuest(),
      draft({ districtId: unknown }),
      makeContext(),
    );
    expect(district).toMatchObject({ ok: false, field: 'districtId' });
    const subject = await submitProposal(
      makeGuest(),
      draft({ categoryId: unknown }),
      makeContext(),
    );
    expect(subject).toMatchObject({ ok: false, field: 'categoryId' });
  });

  it('gives one number however often the same form is sent', async () => {
    const token = newToken();
    const before = await db.proposal.count();
    const results = await Promise.all(Array.from({ length: 8 }, () => press(token, draft())));
    const numbers = results.map((result) => (result.ok ? result.value.number : 0));
    expect(new Set(numbers).size).toBe(1);
    expect(await db.proposal.count()).toBe(before + 1);
  });

  it('would make many without the form token (red twin)', async () => {
    const before = await db.proposal.count();
    const inputs = Array.from({ length: 4 }, () => draft());
    await Promise.all(inputs.map((input) => submitProposal(makeGuest(), input, makeContext())));
    expect(await db.proposal.count()).toBe(before + 4);
  });
});

describe('entering a card', () => {
  it('is for the office with its second factor only', async () => {
    const guest = enterIdeaCard(makeGuest(), card(), makeContext());
    await expect(guest).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    for (const wishes of [
      {},
      { roles: ['COUNSELLOR' as const] },
      { roles: ['COORDINATOR' as const], secondFactor: false },
    ]) {
      const who = await makeActor(wishes);
      const attempt = enterIdeaCard(who, card(), makeContext());
      await expect(attempt).rejects.toMatchObject({ code: whyNotAllowed(who) });
    }
  });

  it('is entered on behalf, and a lone title is the whole text', async () => {
    const staff = await makeActor({ roles: ['COORDINATOR'] });
    const result = await enterIdeaCard(
      staff,
      card({ nameChoice: 'NEIGHBOUR', name: '' }),
      makeContext(),
    );
    const number = result.ok ? result.value.number : 0;
    expect(await db.proposal.findUnique({ where: { number } })).toMatchObject({
      onBehalf: true,
      intakeChannel: 'POSTCARD',
      body: draft().title,
      state: 'SUBMITTED',
    });
  });
});

describe('similar ones', () => {
  async function published(title: string, body: string, place: string, district = districtId) {
    const result = await submitProposal(
      makeGuest(),
      draft({ title, body, place, districtId: district }),
      makeContext(),
    );
    const number = result.ok ? result.value.number : 0;
    await db.proposal.update({
      where: { number },
      data: { state: 'PUBLISHED', publishedAt: now() },
    });
    return number;
  }

  it('are public, of the same district, and better at the same place', async () => {
    const elsewhere = await makeDistrict();
    const same = await published(
      'Handlauf an der langen Treppe',
      'Die Treppe vom oberen Weg zum Bus hat kein Geländer mehr. Ein Handlauf reicht.',
      'Lange Treppe',
    );
    await published('Reparaturtreff im Büro', 'Gemeinsam Toaster und Räder flicken.', 'Büro');
    const other = await published(
      'Handlauf an der langen Treppe',
      'Die Treppe vom oberen Weg zum Bus hat kein Geländer mehr.',
      'Lange Treppe',
      elsewhere.id,
    );
    const found = await listSimilarProposals({
      title: 'Die Stufen zum Bus sind gefährlich',
      body: 'In der Mitte fehlt etwas zum Festhalten. Bitte macht da was hin.',
      districtId,
      place: 'lange treppe',
      categoryId: '',
    });
    const numbers = found.map(({ number }) => number);
    expect(numbers[0]).toBe(same);
    expect(numbers).not.toContain(other);
    expect(found.length).toBeLessThanOrEqual(3);
    const hidden = await db.proposal.findMany({
      where: { publishedAt: null },
      select: { number: true },
    });
    for (const { number } of hidden) expect(numbers).not.toContain(number);
  });
});
