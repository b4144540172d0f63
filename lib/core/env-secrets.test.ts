import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnvError, readEnv } from './env.mjs';
import { SECRET_SETTINGS } from './env-secrets.mjs';

const NEW = 'n'.repeat(32);
const OLD = 'o'.repeat(32);
const VALUES: Record<string, string> = {
  AUTH_SECRET: NEW,
  AUTH_SECRET_OLD: OLD,
  DATABASE_URL: 'postgresql://app:secret@db.example/forum',
  DATABASE_OWNER_URL: 'postgresql://owner:secret@db.example/forum',
  COUNSELLING_DATABASE_URL: 'postgresql://counselling:secret@db.example/forum',
  SMTP_URL: 'smtps://post:secret@mail.example',
  SMTP_PASSWORD: 'secret',
  OIDC_CLIENT_SECRET: 'secret',
  METRICS_TOKEN: 't'.repeat(16),
  S3_SECRET: 'secret',
};
const OTHERS: Record<string, string> = {
  NODE_ENV: 'production',
  APP_URL: 'https://forum.example',
  SMTP_FROM: 'forum@office.example',
};
/** What must stand beside one setting so that it counts. */
const BESIDE: Record<string, Record<string, string>> = {
  SMTP_PASSWORD: { SMTP_HOST: 'mail.example', SMTP_USER: 'post' },
  OIDC_CLIENT_SECRET: { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'forum' },
  S3_SECRET: { S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'forum', S3_KEY_ID: 'key' },
};

let folder = '';
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-secrets-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

function fileWith(name: string, content: string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
}

function sentencesFor(source: Record<string, string>): readonly string[] {
  try {
    readEnv({ ...OTHERS, AUTH_SECRET: NEW, ...source });
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.sentences;
    throw error;
  }
}

describe('a secret in a file', () => {
  it.each(SECRET_SETTINGS)('%s is the same as one in the environment', (name) => {
    const beside = { ...OTHERS, AUTH_SECRET: NEW, ...BESIDE[name] };
    const direct = { ...beside, [name]: VALUES[name] };
    const { [name]: _left, ...without } = direct as Record<string, string>;
    const file = fileWith(name, `${VALUES[name]}\n`);
    const env = readEnv({ ...without, [`${name}_FILE`]: file });
    expect(env).toEqual(readEnv(direct));
    const value = VALUES[name] ?? '';
    expect(JSON.stringify(env)).toContain(value.includes('secret') ? 'secret' : value);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'is also in the environment',
      { METRICS_TOKEN: 't'.repeat(16), METRICS_TOKEN_FILE: 'ok' },
      /beide gesetzt/,
    ],
    ['is not there', { METRICS_TOKEN_FILE: 'nowhere' }, /nowhere.*nicht lesen \(ENOENT\)/],
    ['is empty', { METRICS_TOKEN_FILE: 'empty' }, /ist leer/],
    ['is too short', { METRICS_TOKEN_FILE: 'short' }, /^METRICS_TOKEN ist zu kurz/],
  ])('that %s is complained of', (_name, source, sentence) => {
    fileWith('ok', VALUES.METRICS_TOKEN ?? '');
    fileWith('empty', ' \n');
    fileWith('short', 'abc');
    const { METRICS_TOKEN_FILE: name = '', ...others } = source;
    const said = sentencesFor({ ...others, METRICS_TOKEN_FILE: path.join(folder, name) });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(sentence);
    expect(said[0]).not.toContain('abc');
  });
});

describe('secrets', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['an old secret that is none', { AUTH_SECRET_OLD: 'kurz' }, /^AUTH_SECRET_OLD enthält/],
    ['the new one among the old', { AUTH_SECRET_OLD: `${OLD} ${NEW}` }, /sind gleich/],
    ['a token with spaces', { METRICS_TOKEN: 'a b'.repeat(9) }, /^METRICS_TOKEN darf/],
    ['a word for a switch', { LOG_REQUESTS: 'ja' }, /^LOG_REQUESTS muss/],
  ])('are refused: %s', (_name, source, sentence) => {
    expect(sentencesFor(source)).toEqual([expect.stringMatching(sentence)]);
  });

  it('of earlier times may be several', () => {
    const env = readEnv({ AUTH_SECRET: NEW, AUTH_SECRET_OLD: `${OLD}\n${'p'.repeat(40)}` });
    expect(env.AUTH_SECRET_OLD).toEqual([OLD, 'p'.repeat(40)]);
  });
});
