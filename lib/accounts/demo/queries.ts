import 'server-only';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { openMessage } from '@/lib/mail/seal';
import { hasMailServer, readDelivered } from '@/lib/mail/transport';
import { publicly } from '../command';
import type { DemoMail, DemoMailText } from './types';

const MAILS_SHOWN = 50;

/** Everything only a demo has is "not found" elsewhere; read from the database, never from memory. */
export const requireDemoDatabase = publicly(async (): Promise<void> => {
  const row = await db.officeSettings.findUnique({
    where: { id: 1 },
    select: { filledAsDemo: true },
  });
  if (row?.filledAsDemo !== true) throw new AppError('NOT_FOUND');
});

/** Where mails really go out, they are their readers' alone, in a demo too. */
async function requireLetterbox(): Promise<void> {
  if (hasMailServer()) throw new AppError('NOT_FOUND');
  await requireDemoDatabase();
}

/** The mails the demo would have sent, the newest first. */
export const listDemoMails = publicly(async (): Promise<DemoMail[]> => {
  await requireLetterbox();
  return db.outgoingMail.findMany({
    orderBy: { createdAt: 'desc' },
    take: MAILS_SHOWN,
    select: { id: true, recipient: true, subject: true, createdAt: true },
  });
});

/** One of them with its text: as it lies in the folder of sent mails, or as it waits to get there. */
export const getDemoMail = publicly(async (id: string): Promise<DemoMailText> => {
  await requireLetterbox();
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new AppError('NOT_FOUND');
  const mail = await db.outgoingMail.findUnique({
    where: { id },
    select: { id: true, recipient: true, subject: true, createdAt: true, text: true, sealed: true },
  });
  if (!mail) throw new AppError('NOT_FOUND');
  const { sealed, ...shown } = mail;
  const delivered = await readDelivered(id);
  return { ...shown, text: delivered ?? openMessage(sealed)?.text ?? mail.text };
});
