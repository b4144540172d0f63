import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeGuest, makeOffice } from '@/lib/testing/factories';
import { actorOfToken } from './actor';
import { answerOidc } from './auth';
import { SESSION_COOKIE } from './cookie';

testDatabase();

/** A sign-in server that recognises whoever it is told to. */
const server = {
  claims: { sub: 'staff-1', email: 'staff@office.example', email_verified: true },
  nonce: '',
  http: null as Server | null,
  url: '',
};
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function idToken(key: KeyObject): string {
  const at = Math.floor(Date.now() / 1000);
  const claims = {
    ...server.claims,
    iss: server.url,
    aud: 'forum',
    iat: at,
    exp: at + 60,
    nonce: server.nonce,
  };
  const body = `${encode({ alg: 'RS256', kid: 'one' })}.${encode(claims)}`;
  return `${body}.${createSign('RSA-SHA256').update(body).sign(key, 'base64url')}`;
}

const documents: Record<string, () => object> = {
  '/.well-known/openid-configuration': () => ({
    issuer: server.url,
    authorization_endpoint: `${server.url}/authorize`,
    token_endpoint: `${server.url}/token`,
    jwks_uri: `${server.url}/jwks`,
  }),
  '/jwks': () => ({
    keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
  }),
  '/token': () => ({
    access_token: 'x',
    token_type: 'Bearer',
    id_token: idToken(privateKey),
  }),
};

beforeAll(async () => {
  server.http = createServer((request, response: ServerResponse) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(documents[request.url ?? '']?.() ?? {}));
  });
  await new Promise<void>((resolve) => server.http?.listen(0, '127.0.0.1', resolve));
  server.url = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`;
  process.env.OIDC_ISSUER = server.url;
  process.env.OIDC_CLIENT_ID = 'forum';
  process.env.OIDC_CLIENT_SECRET = 'secret-of-the-forum';
  await makeOffice();
});
afterAll(() => server.http?.close());

const ours = 'http://localhost:3000/api/auth';
const noCookies = {};

const ask = (step: string[], url: string, cookies: Record<string, string>) =>
  answerOidc(makeGuest(), step, { url, cookies, userAgent: 'Firefox/140 Linux' });

const cookiesOf = (response: Response) =>
  Object.fromEntries(
    response.headers.getSetCookie().map((line) => {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    }),
  );

async function signIn(change: (callback: URL) => void = () => undefined) {
  const start = await ask(['start'], `${ours}/start`, noCookies);
  const asked = new URL(start.headers.get('location') ?? '');
  server.nonce = asked.searchParams.get('nonce') ?? '';
  const callback = new URL(`${ours}/callback/oidc?code=abc`);
  callback.searchParams.set('state', asked.searchParams.get('state') ?? '');
  change(callback);
  const end = await ask(['callback', 'oidc'], callback.toString(), cookiesOf(start));
  return { asked, end, token: cookiesOf(end)[SESSION_COOKIE] ?? '' };
}

describe('signing in at the organisation’s own server', () => {
  it('starts there, with state, nonce and proof key', async () => {
    const { asked } = await signIn();
    expect(asked.origin).toBe(server.url);
    const names = ['state', 'nonce', 'code_challenge'];
    expect(names.every((name) => asked.searchParams.get(name))).toBe(true);
    expect(asked.searchParams.get('redirect_uri')).toBe(`${ours}/callback/oidc`);
  });

  it('makes an account and a session like every other, tokens hashed', async () => {
    const { end, token } = await signIn();
    expect(end.headers.get('location')).toBe('http://localhost:3000/konto');
    const actor = await actorOfToken(token);
    expect(actor.kind === 'person' && actor.email).toBe('staff@office.example');
    expect(JSON.stringify(await db.userSession.findMany())).not.toContain(token);
    await signIn();
    expect(await db.user.count({ where: { email: 'staff@office.example' } })).toBe(1);
  });

  it('does not accept an address the server has not verified', async () => {
    server.claims = { sub: 'thief', email: 'staff@office.example', email_verified: false };
    expect((await signIn()).token).toBe('');
    expect(await db.linkedIdentity.count({ where: { providerAccountId: 'thief' } })).toBe(0);
  });

  it('does not accept an answer to another question', async () => {
    server.claims = { sub: 'staff-1', email: 'staff@office.example', email_verified: true };
    const forged = await signIn((callback) => callback.searchParams.set('state', 'forged'));
    expect(forged.token).toBe('');
    const wrongNonce = await signIn(() => {
      server.nonce = 'of another browser';
    });
    expect(wrongNonce.token).toBe('');
  });

  it.each([['signin'], ['session'], ['csrf'], ['providers'], ['callback', 'email'], ['error']])(
    'offers nothing else: %s',
    async (...step) => {
      const response = await ask(step, `${ours}/${step.join('/')}`, noCookies);
      expect(response.status).toBe(404);
    },
  );
});
