import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import { db, inTransaction } from '@/lib/core/db';
import { ok, refused } from '@/lib/core/result';
import { testDatabase } from '@/lib/testing/database';
import { enqueueMail, tellPerson } from './commands';
import type { MailContent } from './content';
import { sendQueuedMail } from './jobs';

testDatabase();

interface Received {
  to: string[];
  mail: ParsedMail;
}

let received: Received[] = [];
let refuses = false;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    if (refuses) {
      stream.resume();
      stream.on('end', () => done(new Error('try again later')));
      return;
    }
    simpleParser(stream).then((mail) => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
      done();
    }, done);
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  process.env.SMTP_FROM = 'Stadtteilforum <forum@office.example>';
});

afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

beforeEach(() => {
  received = [];
  refuses = false;
});

const content = {
  subject: 'Ihr Vorschlag ist da',
  paragraphs: ['Guten Tag,', 'wir haben „Bänke & Licht“ bekommen.'],
  link: { label: 'Ansehen', path: '/vorschlaege/quittung/ABCD' },
};

async function queue(recipient: string, changes: Partial<MailContent> = {}): Promise<string> {
  await inTransaction(async (tx) => {
    await enqueueMail(system, tx, recipient, { ...content, ...changes });
    return ok({});
  });
  const mail = await db.outgoingMail.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return mail.id;
}

describe('a mail', () => {
  it('names the page that ends such mails to the mail program, where there is one', async () => {
    const off = { label: 'Nicht mehr erinnern', path: '/abstimmungen/erinnerungen/abc' };
    await sendQueuedMail(system, await queue('a@person.example', { off }));
    await sendQueuedMail(system, await queue('b@person.example'));
    const headers = received.map(({ mail }) => mail.headers.get('list'));
    expect(headers).toEqual([
      { unsubscribe: { url: expect.stringMatching(/^http.*\/abstimmungen\/erinnerungen\/abc$/) } },
      undefined,
    ]);
  });

  it('arrives with text, link and umlauts, at exactly the stored address', async () => {
    await sendQueuedMail(system, await queue('renate@person.example'));
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['renate@person.example']);
    expect(received[0]?.mail.subject).toBe(content.subject);
    expect(received[0]?.mail.text).toContain('http://localhost:3000/vorschlaege/quittung/ABCD');
    expect(received[0]?.mail.html).toContain('„Bänke &amp; Licht“');
  });

  it('carries no header somebody typed', async () => {
    await sendQueuedMail(
      system,
      await queue('renate@person.example', { subject: 'Hallo\r\nBcc: boss@person.example' }),
    );
    expect(received[0]?.to).toEqual(['renate@person.example']);
    expect(received[0]?.mail.bcc).toBeUndefined();
    expect(received[0]?.mail.subject).toBe('Hallo Bcc: boss@person.example');
  });

  it('is tried again after the mail server refused it, and sent once', async () => {
    const id = await queue('uwe@person.example');
    refuses = true;
    await expect(sendQueuedMail(system, id)).rejects.toThrow();
    expect(await db.outgoingMail.findUnique({ where: { id } })).toMatchObject({
      state: 'FAILED',
      attempts: 1,
    });
    refuses = false;
    await sendQueuedMail(system, id);
    await sendQueuedMail(system, id);
    expect(received).toHaveLength(1);
    expect(await db.outgoingMail.findUnique({ where: { id } })).toMatchObject({
      state: 'SENT',
      problem: '',
    });
  });

  it('is not queued when what it tells about did not happen', async () => {
    const before = await db.outgoingMail.count();
    await inTransaction(async (tx) => {
      await enqueueMail(system, tx, 'nobody@person.example', content);
      return refused('form.refused.notFound');
    });
    expect(await db.outgoingMail.count()).toBe(before);
  });
});

describe('telling somebody', () => {
  it.each([
    ['MAIL', 1, 0],
    ['PHONE', 0, 1],
    ['LETTER', 0, 1],
    ['NUMBER', 0, 0],
  ] as const)('by %s: %i mails, %i calls or letters', async (kind, mails, calls) => {
    const count = async () =>
      [await db.outgoingMail.count(), await db.callListItem.count()] as const;
    const before = await count();
    await inTransaction(async (tx) => {
      await tellPerson(
        system,
        tx,
        { kind, value: kind === 'NUMBER' ? '' : 'x@person.example', name: 'Frau K.' },
        content,
      );
      return ok({});
    });
    expect(await count()).toEqual([before[0] + mails, before[1] + calls]);
  });
});
