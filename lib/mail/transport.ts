import 'server-only';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import { readEnv } from '@/lib/core/env.mjs';
import { transportOptions } from '@/lib/core/smtp.mjs';
import type { MailMessage } from './render';

export interface MailToSend extends MailMessage {
  id: string;
  recipient: string;
  subject: string;
}

let transporter: Transporter | null = null;

function smtp(): Transporter | null {
  const { SMTP } = readEnv();
  if (!SMTP) return null;
  transporter ??= createTransport(transportOptions(SMTP));
  return transporter;
}

/** Hands a mail to the mail server, or writes it to a file when none is configured. */
export async function deliver(mail: MailToSend): Promise<void> {
  const env = readEnv();
  const host = new URL(env.APP_URL).hostname;
  const message = {
    messageId: `<${mail.id}@${host}>`,
    from: env.MAIL_FROM,
    // An object, so that nothing in the address can be read as a list of addresses.
    to: { name: '', address: mail.recipient },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      // Mail programs show it as a button that opens the page; nothing ends by itself.
      ...(mail.off && { 'List-Unsubscribe': `<${mail.off}>` }),
    },
  };
  const transport = smtp();
  if (transport) {
    await transport.sendMail(message);
    return;
  }
  const folder = letterbox();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sent = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  await writeFile(path.join(folder, `${mail.id}.eml`), sent.message as Buffer, { mode: 0o600 });
  await writeFile(path.join(folder, `${mail.id}.txt`), mail.text, { mode: 0o600 });
}

/** Whether mails go out; otherwise each lies in a folder, for whoever runs this machine. */
export function hasMailServer(): boolean {
  return readEnv().SMTP !== null;
}

/** In a demo from which no mail goes out, its mails are shown on a page. */
export function hasDemoMails(filledAsDemo: boolean): boolean {
  return filledAsDemo && !hasMailServer();
}

const letterbox = () => path.join(readEnv().DATA_DIR, 'mails');

/** The text of a mail in that folder, or `null`. @param id checked to be one */
export async function readDelivered(id: string): Promise<string | null> {
  return readFile(path.join(letterbox(), `${id}.txt`), 'utf8').catch(() => null);
}

/** Empties the folder of what was written before an instant. */
export async function emptyLetterbox(before: Date): Promise<void> {
  const names = await readdir(letterbox()).catch(() => []);
  for (const name of names) {
    const file = path.join(letterbox(), name);
    const { mtime } = await stat(file).catch(() => ({ mtime: before }));
    if (mtime < before) await rm(file, { force: true });
  }
}
