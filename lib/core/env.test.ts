import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvError, readEnv } from './env.mjs';

const SECRET = 'x'.repeat(32);
const OPERATED = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://app:secret@db.example/forum',
  APP_URL: 'https://forum.example',
  AUTH_SECRET: SECRET,
};

const STORE = {
  S3_ENDPOINT: 'https://s3.example',
  S3_BUCKET: 'forum',
  S3_KEY_ID: 'key',
  S3_SECRET: 'secret',
};

function sentencesFor(source: Record<string, string>): readonly string[] {
  try {
    readEnv(source);
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.sentences;
    throw error;
  }
}

describe('readEnv', () => {
  it('needs nothing to be tried out', () => {
    expect(readEnv({ NODE_ENV: 'production' })).toEqual({
      NODE_ENV: 'production',
      DATA_DIR: path.resolve('.data'),
      HOST: '127.0.0.1',
      PORT: null,
      TIME_ZONE: 'Europe/Berlin',
      APP_URL: 'http://localhost:3000',
      APP_ALIASES: [],
      DATABASE_URL: '',
      DATABASE_OWNER_URL: '',
      COUNSELLING_DATABASE_URL: '',
      DATABASE_POOL: 10,
      AUTH_SECRET: '',
      AUTH_SECRET_OLD: [],
      SMTP: null,
      MAIL_FROM: 'Stadtteilforum <stadtteilforum@localhost.example>',
      DEMO: true,
      ADMIN_EMAIL: null,
      TRUST_PROXY: 0,
      METRICS_TOKEN: '',
      LOG_REQUESTS: false,
      OIDC: null,
      BUCKET: null,
    });
  });

  it('reads what an operator sets', () => {
    const env = readEnv({
      ...OPERATED,
      PORT: '8080',
      TIME_ZONE: 'Europe/Vienna',
      DEMO: '0',
      ADMIN_EMAIL: 'leitung@amt.example',
      TRUST_PROXY: '1',
      SMTP_URL: 'smtps://post:ge%20heim@mail.example',
      SMTP_FROM: 'Büro <buero@amt.example>',
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'forum',
      OIDC_CLIENT_SECRET: 's',
    });
    expect(env).toMatchObject({
      HOST: '0.0.0.0',
      PORT: 8080,
      TIME_ZONE: 'Europe/Vienna',
      APP_URL: 'https://forum.example',
      DEMO: false,
      ADMIN_EMAIL: 'leitung@amt.example',
      TRUST_PROXY: 1,
      SMTP: {
        host: 'mail.example',
        port: 465,
        secure: true,
        requireTls: false,
        user: 'post',
        password: 'ge heim',
      },
      MAIL_FROM: 'Büro <buero@amt.example>',
      OIDC: { issuer: 'https://id.example', clientId: 'forum', clientSecret: 's' },
    });
    expect(Object.isFrozen(env)).toBe(true);
  });

  it.each([
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['https://forum.example/', 'https://forum.example'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
  ])('takes the origin of APP_URL %s', (value, origin) => {
    expect(readEnv({ ...OPERATED, APP_URL: value }).APP_URL).toBe(origin);
  });

  it('takes the mail server in parts', () => {
    const parts = { SMTP_HOST: 'mail.example', SMTP_FROM: 'buero@amt.example' };
    expect(readEnv({ ...parts }).SMTP).toEqual({
      host: 'mail.example',
      port: 587,
      secure: false,
      requireTls: true,
      user: '',
      password: '',
    });
    expect(readEnv({ ...parts, SMTP_PORT: '465' }).SMTP?.secure).toBe(true);
  });

  it.each([
    [{ SMTP_URL: 'smtp://mail.example' }, true],
    [{ SMTP_URL: 'smtp://mail.example:25' }, true],
    [{ SMTP_HOST: 'mail.example', SMTP_PORT: '25' }, true],
    [{ SMTP_URL: 'smtp://localhost.example' }, true],
    [{ SMTP_URL: 'smtps://mail.example' }, false],
    [{ SMTP_URL: 'smtp://localhost:25' }, false],
    [{ SMTP_URL: 'smtp://mail.example', SMTP_TLS: 'off' }, false],
  ])('sends mails over an encrypted line or not at all: %o', (source, requireTls) => {
    const env = readEnv({ ...source, SMTP_FROM: 'a@b.example' } as Record<string, string>);
    expect(env.SMTP?.requireTls).toBe(requireTls);
  });

  it.each([
    [{}, true],
    [{ DATABASE_URL: OPERATED.DATABASE_URL, AUTH_SECRET: SECRET }, true],
    [{ DEMO: '0' }, false],
    [OPERATED, false],
    [{ ...OPERATED, DEMO: '0' }, false],
    [{ ...OPERATED, DEMO: 'public' }, true],
  ])('is a demo in public only when that was said: %o', (source, demo) => {
    expect(readEnv({ NODE_ENV: 'production', ...source }).DEMO).toBe(demo);
  });

  it('reads other names of the same house', () => {
    const env = readEnv({ ...OPERATED, APP_ALIASES: 'www.forum.example, forum.old.example' });
    expect(env.APP_ALIASES).toEqual(['www.forum.example', 'forum.old.example']);
  });

  it('takes empty settings for missing ones', () => {
    expect(readEnv({ NODE_ENV: 'production', PORT: '', DATABASE_URL: ' ' }).PORT).toBeNull();
  });

  it('has a secret for development only', () => {
    expect(readEnv({}).AUTH_SECRET.length).toBeGreaterThanOrEqual(32);
    expect(readEnv({ NODE_ENV: 'production' }).AUTH_SECRET).toBe('');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a word as port', { PORT: 'dreitausend' }, /^PORT muss eine ganze Zahl/],
    ['a port too high', { PORT: '70000' }, /^PORT muss/],
    ['a time zone that is none', { TIME_ZONE: 'Europe/Wien' }, /^TIME_ZONE muss/],
    ['a difference for a time zone', { TIME_ZONE: '+01:00' }, /^TIME_ZONE muss/],
    ['a port with a sign', { PORT: '+80' }, /^PORT muss/],
    ['an address without protocol', { APP_URL: 'forum.example' }, /^APP_URL muss/],
    ['an address with a path', { APP_URL: 'https://forum.example/amt' }, /^APP_URL muss/],
    ['another protocol', { APP_URL: 'ftp://forum.example' }, /^APP_URL muss/],
    ['http in the open', { ...OPERATED, APP_URL: 'http://forum.example' }, /https:\/\/ beginnen/],
    ['http on a look-alike', { ...OPERATED, APP_URL: 'http://localhost.example' }, /https:\/\//],
    ['another database', { DATABASE_URL: 'mysql://db.example/forum' }, /^DATABASE_URL muss/],
    ['own database, no secret', { ...OPERATED, AUTH_SECRET: '' }, /^AUTH_SECRET fehlt/],
    [
      'own address, no secret',
      { NODE_ENV: 'production', APP_URL: 'https://forum.example' },
      /^AUTH_SECRET fehlt/,
    ],
    ['a short secret', { ...OPERATED, AUTH_SECRET: 'x'.repeat(31) }, /^AUTH_SECRET ist zu kurz/],
    ['a short secret anywhere', { AUTH_SECRET: 'geheim' }, /^AUTH_SECRET ist zu kurz/],
    ['no sender', { SMTP_HOST: 'mail.example' }, /^SMTP_FROM fehlt/],
    ['a wrong sender', { SMTP_FROM: 'Büro' }, /^SMTP_FROM muss/],
    ['a wrong mail address', { SMTP_URL: 'mail.example', SMTP_FROM: 'a@b.de' }, /^SMTP_URL muss/],
    [
      'half a mail login',
      { SMTP_HOST: 'mail.example', SMTP_FROM: 'a@b.de', SMTP_USER: 'post' },
      /gehören zusammen/,
    ],
    [
      'two mail servers',
      { SMTP_HOST: 'a.example', SMTP_URL: 'smtp://b.example', SMTP_FROM: 'a@b.de' },
      /nur eines/,
    ],
    ['yes for the demo', { DEMO: 'ja' }, /^DEMO muss/],
    [
      'the demo in public by accident',
      { ...OPERATED, DEMO: '1' },
      /^DEMO=1 mit einer öffentlichen/,
    ],
    ['an address as other name', { APP_ALIASES: 'https://www.forum.example' }, /^APP_ALIASES/],
    ['another word for TLS', { SMTP_TLS: 'ja' }, /^SMTP_TLS muss/],
    ['a name as admin', { ADMIN_EMAIL: 'Leitung' }, /^ADMIN_EMAIL muss/],
    ['half an identity server', { OIDC_ISSUER: 'https://id.example' }, /OIDC_CLIENT_ID, OIDC_/],
    [
      'an open identity server',
      { OIDC_ISSUER: 'http://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' },
      /^OIDC_ISSUER muss/,
    ],
    ['half a store for files', { S3_BUCKET: 'forum' }, /S3_ENDPOINT, S3_KEY_ID, S3_SECRET/],
    ['an open line to the files', { ...STORE, S3_ENDPOINT: 'http://s3.example' }, /^S3_ENDPOINT/],
    ['a path as name of a store', { ...STORE, S3_BUCKET: '../forum' }, /^S3_BUCKET muss/],
    ['too many proxies', { TRUST_PROXY: '99' }, /^TRUST_PROXY muss/],
    ['an unknown mode', { NODE_ENV: 'prod' }, /^NODE_ENV muss/],
  ])('refuses %s', (_case, source, sentence) => {
    const sentences = sentencesFor(source);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(sentence);
  });

  it('names everything that is wrong at once', () => {
    expect(sentencesFor({ PORT: 'x', DEMO: 'x', ADMIN_EMAIL: 'x' })).toHaveLength(3);
  });

  it('never repeats a password', () => {
    const secret = 'sehr-geheim';
    const said = sentencesFor({
      DATABASE_URL: `mysql://app:${secret}@db.example/forum`,
      SMTP_URL: `http://post:${secret}@mail.example`,
      S3_ENDPOINT: `https://key:${secret}@s3.example`,
      SMTP_FROM: 'a@b.de',
    }).join(' ');
    expect(said).not.toContain(secret);
  });
});

it('the database takes for usual the zone that the settings do', () => {
  const usual = readEnv({ NODE_ENV: 'production' }).TIME_ZONE;
  const spelled = ['prisma/schema', 'prisma/sql'].flatMap((folder) =>
    readdirSync(folder).flatMap((name) => [
      ...readFileSync(path.join(folder, name), 'utf8').matchAll(/["']([A-Z][a-z]+\/[A-Z]\w+)["']/g),
    ]),
  );
  // For rows that are written, and a proposal that is deleted, by hand: the program always says its own.
  expect(spelled.length).toBeGreaterThan(0);
  expect(new Set(spelled.map(([, zone]) => zone))).toEqual(new Set([usual]));
});
