import type net from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { readEnv } from '../../core/env.mjs';
import { checkMail, explainMail } from './mail.mjs';

const open: (SMTPServer | net.Server)[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

const received: string[] = [];
async function serve(options: ConstructorParameters<typeof SMTPServer>[0]): Promise<number> {
  const server = new SMTPServer({
    onAuth: ({ username, password }, _session, done) =>
      username === 'post' && password === 'right'
        ? done(null, { user: 'post' })
        : done(new Error('no')),
    onData(stream, session, done) {
      received.push(...session.envelope.rcptTo.map(({ address }) => address));
      stream.resume();
      stream.on('end', () => done());
    },
    ...options,
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.server.address() as AddressInfo).port;
}

const look = (url: string, to = '') =>
  checkMail(readEnv({ SMTP_URL: url, SMTP_FROM: 'forum@office.example' }), to);

describe('the mail server', () => {
  it('that takes mails, and one to try', async () => {
    const port = await serve({ authOptional: true, disabledCommands: ['STARTTLS'] });
    const url = `smtp://127.0.0.1:${port}`;
    expect(await look(url)).toMatchObject([{ level: 'good' }]);
    expect(await look(url, 'it@office.example')).toMatchObject([
      { level: 'good' },
      { level: 'good' },
    ]);
    expect(received).toEqual(['it@office.example']);
  });

  it('that knows us, or not', async () => {
    const port = await serve({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
    expect(await look(`smtp://post:right@127.0.0.1:${port}`)).toMatchObject([{ level: 'good' }]);
    const [wrong] = await look(`smtp://post:wrong@127.0.0.1:${port}`);
    expect(wrong).toMatchObject({ level: 'bad', sentence: expect.stringContaining('Passwort') });
    expect(wrong?.sentence).not.toContain('wrong');
  });

  it('that is not there, or speaks otherwise', async () => {
    const [away] = await look('smtp://127.0.0.1:1');
    expect(away?.sentence).toContain('nimmt niemand Mails an');
    const port = await serve({ authOptional: true });
    const [other] = await look(`smtps://127.0.0.1:${port}`);
    expect(other?.sentence).toContain('smtp:// statt smtps://');
  });

  it('that was never set', async () => {
    expect(await checkMail(readEnv({}), '')).toMatchObject([{ level: 'look' }]);
  });

  it.each([
    ['EDNS', 'getaddrinfo ENOTFOUND mail.example', /gibt es im Netz nicht/],
    ['ESOCKET', 'self-signed certificate', /nicht zu trauen/],
    ['ETLS', 'Error upgrading connection with STARTTLS', /bietet keine Verschlüsselung/],
    ['ETIMEDOUT', 'Connection timeout', /antwortet nicht/],
    ['EENVELOPE', 'Mail command failed: 550', /SMTP_FROM/],
    ['EOTHER', 'something', /something/],
  ])('%s', (code, message, sentence) => {
    const smtp = {
      host: 'mail.example',
      port: 465,
      secure: true,
      requireTls: false,
      user: '',
      password: '',
    };
    expect(explainMail(Object.assign(new Error(message), { code }), smtp)).toMatch(sentence);
  });
});
