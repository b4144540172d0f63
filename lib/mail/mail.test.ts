import { beforeAll, describe, expect, it } from 'vitest';
import { db, inTransaction } from '@/lib/core/db';
import { ok, refused } from '@/lib/core/result';
import { Secret } from '@/lib/core/secret';
import { testDatabase } from '@/lib/testing/database';
import { makeOffice } from '@/lib/testing/factories';
import { testMailServer } from '@/lib/testing/mail-server';
import type { MailContent } from './content';
import { sendQueuedMail } from './jobs';
import { enqueueMail, putOnCallList } from './steps';

testDatabase();
beforeAll(() => makeOffice());
const server = testMailServer();

const content = {
  subject: 'Ihr Vorschlag ist da',
  paragraphs: ['Guten Tag,', 'wir haben „Bänke & Licht“ bekommen.'],
  link: { label: 'Ansehen', path: new Secret('/vorschlaege/quittung/ABCD') },
  desk: '/team/vorschlaege/7',
};

async function queue(recipient: string, changes: Partial<MailContent> = {}): Promise<string> {
  await inTransaction(async (tx) => {
    await enqueueMail(tx, recipient, { ...content, ...changes });
    return ok({});
  });
  const mail = await db.outgoingMail.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return mail.id;
}

const send = (id: string) => sendQueuedMail(id, false);

describe('a mail', () => {
  it('names the page that ends such mails to the mail program, where there is one', async () => {
    const off = {
      label: 'Nicht mehr erinnern',
      path: new Secret('/abstimmungen/erinnerungen/abc'),
    };
    await send(await queue('a@person.example', { off }));
    await send(await queue('b@person.example'));
    const headers = server.received.map(({ mail }) => mail.headers.get('list'));
    expect(headers).toEqual([
      { unsubscribe: { url: expect.stringMatching(/^http.*\/abstimmungen\/erinnerungen\/abc$/) } },
      undefined,
    ]);
  });

  it('arrives with text, link and umlauts, at exactly the stored address', async () => {
    await send(await queue('renate@person.example'));
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.to).toEqual(['renate@person.example']);
    expect(server.received[0]?.mail.subject).toBe(content.subject);
    const { text, html } = server.received[0]?.mail ?? {};
    expect(text).toContain('http://localhost:3000/vorschlaege/quittung/ABCD');
    expect(html).toContain('„Bänke &amp; Licht“');
  });

  it('carries no header somebody typed', async () => {
    await send(
      await queue('renate@person.example', { subject: 'Hallo\r\nBcc: boss@person.example' }),
    );
    expect(server.received[0]?.to).toEqual(['renate@person.example']);
    expect(server.received[0]?.mail.bcc).toBeUndefined();
    expect(server.received[0]?.mail.subject).toBe('Hallo Bcc: boss@person.example');
  });

  it('is not queued when what it tells about did not happen', async () => {
    const before = await db.outgoingMail.count();
    await inTransaction(async (tx) => {
      await enqueueMail(tx, 'nobody@person.example', content);
      return refused('form.refused.notFound');
    });
    expect(await db.outgoingMail.count()).toBe(before);
  });
});

describe('what only the reader may see', () => {
  const code = new Secret('Ihr Code ist: WXYZ-3467');
  const off = { label: 'Nicht mehr', path: new Secret('/abstimmungen/erinnerungen/schluessel') };
  const secrets = /WXYZ|quittung|schluessel/;

  it('waits sealed and is nowhere once it was sent', async () => {
    const id = await queue('s@person.example', { paragraphs: ['Guten Tag,', code], off });
    const waiting = await db.outgoingMail.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(waiting)).not.toMatch(secrets);
    expect(waiting.text).toBe('Guten Tag,\n\n•••\n\nAnsehen:\n•••');
    await send(id);
    expect(server.received[0]?.mail.text).toMatch(/WXYZ-3467.*quittung\/ABCD.*schluessel/s);
    expect(await db.outgoingMail.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'SENT',
      sealed: '',
    });
  });

  it('cannot be kept beside what was sent', async () => {
    const id = await queue('k@person.example');
    await expect(
      db.outgoingMail.update({ where: { id }, data: { state: 'SENT' } }),
    ).rejects.toThrow(/outgoing_mails_sealed_while_waiting/);
  });

  it('is not said on the phone and not printed in a letter', async () => {
    for (const kind of ['PHONE', 'LETTER'] as const) {
      await inTransaction(async (tx) => {
        const call = { kind, contact: `Weg 1, ${kind}`, person: 'Frau K.' };
        await putOnCallList(tx, {
          ...call,
          content: { ...content, paragraphs: ['Guten Tag,', code] },
        });
        return ok({});
      });
      const call = await db.callListItem.findFirstOrThrow({ where: { contact: `Weg 1, ${kind}` } });
      expect(JSON.stringify(call)).not.toMatch(secrets);
      expect(call).toMatchObject({ message: 'Guten Tag,', link: '/team/vorschlaege/7' });
    }
  });

  it('is no mail at all when it was sealed with another secret', async () => {
    const id = await queue('andere@person.example');
    await db.outgoingMail.update({ where: { id }, data: { sealed: 'x'.repeat(80) } });
    await send(id);
    expect(server.received).toEqual([]);
    expect((await db.outgoingMail.findUniqueOrThrow({ where: { id } })).state).toBe('FAILED');
  });
});
