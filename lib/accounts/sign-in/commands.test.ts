import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOfToken } from '@/lib/accounts/actor';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { groupCode } from '@/lib/core/tokens';
import { UNPROVEN_LIMITS } from '@/lib/mail/unproven';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import {
  accepted,
  actorIn,
  askForCode,
  codeOf,
  fromAddress,
  mailsTo,
  newBrowser,
} from '@/lib/testing/sign-in';
import { signInWithCode, signInWithLink } from './commands';

testDatabase();

let counter = 0;
const address = () => {
  counter += 1;
  return `neighbour-${counter}@person.example`;
};

beforeEach(() => makeOffice());
afterEach(() => setClock(null));

const later = (milliseconds: number) => setClock(new Date(Date.now() + milliseconds));
const TEN_MINUTES = 10 * 60_000;

describe('a mailed code', () => {
  it('signs in once, as typed by people, and makes the account', async () => {
    const email = address();
    const { request, code } = await askForCode(email);
    const browser = newBrowser();
    const typed = ` ${groupCode(code).toLowerCase()} `;
    accepted(await signInWithCode(makeGuest(), { request, code: typed }, browser));
    expect((await actorIn(browser)).email).toBe(email);
    const again = await signInWithCode(makeGuest(), { request, code }, newBrowser());
    expect(codeOf(again)).toBe('accounts.refused.codeUsed');
  });

  it('is not stored anywhere but in the mail', async () => {
    const { request, code, link } = await askForCode(address());
    const row = await db.signInCode.findUniqueOrThrow({ where: { id: request } });
    expect(JSON.stringify(row)).not.toContain(code);
    expect(JSON.stringify(row)).not.toContain(link);
  });

  it('works for ten minutes and not longer', async () => {
    const early = await askForCode(address());
    later(TEN_MINUTES - 1000);
    expect((await signInWithCode(makeGuest(), early, newBrowser())).ok).toBe(true);
    setClock(null);
    const late = await askForCode(address());
    later(TEN_MINUTES + 1000);
    const refused = await signInWithCode(makeGuest(), late, newBrowser());
    expect(codeOf(refused)).toBe('accounts.refused.codeExpired');
  });

  it('dies when the same browser asks for a newer one, and so does its link', async () => {
    const email = address();
    const old = await askForCode(email, { next: '/forum' });
    const fresh = await askForCode(email, { after: old.request });
    expect((await signInWithCode(makeGuest(), old, newBrowser())).ok).toBe(false);
    expect((await signInWithLink(makeGuest(), { token: old.link }, newBrowser())).ok).toBe(false);
    const went = accepted(await signInWithCode(makeGuest(), fresh, newBrowser()));
    expect(went.next).toBe('/forum');
  });

  it('belongs to its own request', async () => {
    const one = await askForCode(address());
    const other = await askForCode(address());
    const crossed = { request: one.request, code: other.code };
    const result = await signInWithCode(makeGuest(), crossed, newBrowser());
    expect(codeOf(result)).toBe('accounts.refused.codeWrong');
  });

  it('cannot be guessed: eight wrong ones kill the request, and only the request', async () => {
    const email = address();
    const attacked = await askForCode(email);
    const wrong = { request: attacked.request, code: 'AAAAAAAA' };
    for (let n = 0; n < 8; n += 1) await signInWithCode(makeGuest(), wrong, newBrowser());
    const dead = await signInWithCode(makeGuest(), attacked, newBrowser());
    expect(codeOf(dead)).toBe('accounts.refused.codeTriesUsedUp');
    const owner = await askForCode(email);
    expect((await signInWithCode(makeGuest(), owner, newBrowser())).ok).toBe(true);
  });

  it('counts tries that come at the same moment', async () => {
    const { request } = await askForCode(address());
    const tries = Array.from({ length: 40 }, () =>
      signInWithCode(makeGuest(), { request, code: 'AAAAAAAA' }, newBrowser()),
    );
    const codes = (await Promise.all(tries)).map(codeOf);
    expect(codes.filter((code) => code === 'accounts.refused.codeWrong')).toHaveLength(8);
  });

  it('says the same for an address that is known and one that is not', async () => {
    const known = await makeActor();
    const results = [known.email ?? '', address()].map(async (email) => {
      const { request } = await askForCode(email);
      const wrong = await signInWithCode(makeGuest(), { request, code: 'AAAAAAAA' }, newBrowser());
      const [mail] = await mailsAsSent({ recipient: email });
      const shape = mail?.text
        .replace(/[A-Z0-9]{4}-[A-Z0-9]{4}/, 'CODE')
        .replace(/link\/\S+/, 'LINK');
      return { answer: wrong, subject: mail?.subject, shape };
    });
    const [first, second] = await Promise.all(results);
    expect(first).toEqual(second);
  });
});

describe('the mailed link', () => {
  it('signs in once', async () => {
    const { link } = await askForCode(address());
    const browser = newBrowser();
    accepted(await signInWithLink(makeGuest(), { token: link }, browser));
    expect((await actorIn(browser)).kind).toBe('person');
    const again = await signInWithLink(makeGuest(), { token: link }, newBrowser());
    expect(codeOf(again)).toBe('accounts.refused.linkUsed');
  });

  it('and the code are one: whichever is used first ends the other', async () => {
    const asked = await askForCode(address());
    accepted(await signInWithCode(makeGuest(), asked, newBrowser()));
    expect((await signInWithLink(makeGuest(), { token: asked.link }, newBrowser())).ok).toBe(false);
  });

  it('goes on only to a path of ours', async () => {
    const ours = await askForCode(address(), { next: '/vorschlaege/neu' });
    const foreign = await askForCode(address(), { next: '//evil.example' });
    const first = accepted(await signInWithCode(makeGuest(), ours, newBrowser()));
    const second = accepted(await signInWithCode(makeGuest(), foreign, newBrowser()));
    expect([first.next, second.next]).toEqual(['/vorschlaege/neu', '/konto']);
  });
});

describe('mails to first-time browsers', () => {
  it('stop after five in an hour from one network, with the same answer', async () => {
    const email = address();
    for (let n = 0; n < 8; n += 1) await fromAddress('192.0.2.1', () => askForCode(email));
    expect(await mailsTo(email)).toBe(5);
  });

  it('that were not sent leave the last one that was sent alone', async () => {
    const email = address();
    const ask = (after?: string) =>
      fromAddress('192.0.2.2', () => askForCode(email, after ? { after } : {}));
    let last = await ask();
    for (let n = 1; n < UNPROVEN_LIMITS.networkAndAddress.max; n += 1)
      last = await ask(last.request);
    const silent = await ask(last.request);
    expect((await signInWithCode(makeGuest(), silent, newBrowser())).ok).toBe(false);
    expect((await signInWithCode(makeGuest(), last, newBrowser())).ok).toBe(true);
  });

  it('have an end, however many networks ask', async () => {
    const email = address();
    for (let n = 0; n < 60; n += 1) await fromAddress(`10.${n}.0.1`, () => askForCode(email));
    const { firstOnes, repeated } = UNPROVEN_LIMITS;
    expect(await mailsTo(email)).toBe(firstOnes.max + repeated.max);
  });
});

describe('signing in', () => {
  it('ends the session this browser had before', async () => {
    const before = newBrowser();
    const first = await askForCode(address());
    accepted(await signInWithCode(makeGuest(), first, before));
    const visitor = await actorIn(before);
    const second = await askForCode(address());
    accepted(await signInWithCode(visitor, second, newBrowser()));
    expect((await actorOfToken(before.token)).kind).toBe('guest');
  });
});
