import 'server-only';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import { readEnv } from '@/lib/core/env.mjs';

export interface MailToSend {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  /** Address of the page that ends mails of this kind, or empty. */
  off: string;
}

let transporter: Transporter | null = null;

function smtp(): Transporter | null {
  const { SMTP } = readEnv();
  if (!SMTP) return null;
  transporter ??= createTransport({
    host: SMTP.host,
    port: SMTP.port,
    secure: SMTP.secure,
    requireTLS: SMTP.requireTls,
    ...(SMTP.user ? { auth: { user: SMTP.user, pass: SMTP.password } } : {}),
    connectionTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
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
  const folder = path.join(env.DATA_DIR, 'mails');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sent = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  await writeFile(path.join(folder, `${mail.id}.eml`), sent.message as Buffer, { mode: 0o600 });
}
