import { actorOfToken } from '@/lib/accounts/actor';
import type { NewSession } from '@/lib/accounts/sessions/types';
import { requestSignInCode } from '@/lib/accounts/sign-in/commands';
import type { Actor, Visitor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { newPageNotes, processState } from '@/lib/core/process-state.mjs';
import type { Result } from '@/lib/core/result';
import { newCode, newToken } from '@/lib/core/tokens';

/** A browser about to be signed in. */
export function newBrowser(): NewSession {
  return { token: newToken(), browser: 'Firefox · Linux' };
}

/** Runs something as a request from a client address. */
export function fromAddress<T>(address: string, work: () => Promise<T>): Promise<T> {
  return processState().requests.run({ address, id: '', pageNotes: newPageNotes() }, work);
}

/** What a browser brings along when it asks: where to go on, its earlier request, that it is known. */
export interface Asking {
  next?: string;
  after?: string;
  device?: string;
}

/** Asks for a code and returns what the mail would hold, whether or not it was sent. */
export async function askForCode(email: string, { next = '', after, device }: Asking = {}) {
  const secrets = { code: newCode(8), link: newToken() };
  const input = { email, next, locale: 'de', after: after ?? null, device: device ?? null };
  const asked = await requestSignInCode(input, secrets);
  return { ...secrets, request: accepted(asked).request };
}

export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.value;
}

export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.code;
}

export function mailsTo(recipient: string): Promise<number> {
  return db.outgoingMail.count({ where: { recipient } });
}

/** Who a browser is signed in as now. */
export async function actorIn(browser: NewSession): Promise<Actor> {
  const visitor: Visitor = await actorOfToken(browser.token);
  if (visitor.kind === 'guest') throw new Error('this browser is not signed in');
  return visitor;
}
