import { openSealed, sealText } from '@/lib/core/crypto';
import type { MailMessage } from './render';

const PURPOSE = 'mail';

/** A mail as it waits in the database: whoever reads the table reads no code and no personal address. */
export function sealMessage(message: MailMessage): string {
  return sealText(PURPOSE, JSON.stringify(message));
}

/** The mail again; `null` when it is gone, or was sealed with another secret than today's. */
export function openMessage(sealed: string): MailMessage | null {
  // Mails that waited when sealing was introduced could not be sealed by the database.
  const text = sealed.startsWith('{') ? sealed : openSealed(PURPOSE, sealed);
  return text === null ? null : (JSON.parse(text) as MailMessage);
}
