import { accountsPaths } from '@/lib/accounts/paths';
import { LOCALES } from '@/lib/core/paths';

/** A form did not get to an answer; nobody knows whether it arrived. */
export class NotSent extends Error {
  constructor(
    readonly why: 'offline' | 'slow' | 'tooLarge' | 'outdated' | 'signIn' | 'failed',
    /** Where to go first. */
    readonly leadsTo = '',
  ) {
    super(why);
    this.name = 'NotSent';
  }
}

/** Milliseconds until nobody waits any longer, and more for each byte on a slow line (about 80 kbit/s). */
const PATIENCE = 30_000;
const PER_BYTE = 0.1;

type Place = Pick<Window, 'setTimeout' | 'location'> & { fetch: typeof fetch };

const watched = new WeakSet<Place>();

/**
 * The framework sends forms one after the other and waits for ever, and what it says of a failure is not
 * meant for people. Its requests are given an end and a reason here; all others go their way untouched.
 */
export function watchSending(place: Place): void {
  if (watched.has(place)) return;
  watched.add(place);
  const native = place.fetch.bind(place);
  place.fetch = (asked, more) =>
    new Headers(more?.headers).has('next-action') ? send(asked, more ?? {}) : native(asked, more);

  async function send(asked: Parameters<typeof fetch>[0], form: RequestInit): Promise<Response> {
    const ending = new AbortController();
    // Not stopped when the head of the answer is there: its body can hang as well.
    place.setTimeout(
      () => ending.abort(new NotSent('slow')),
      PATIENCE + sizeOf(form.body) * PER_BYTE,
    );
    const answer = await native(asked, { ...form, signal: ending.signal }).catch(() => {
      throw new NotSent(ending.signal.aborted ? 'slow' : 'offline');
    });
    if (answer.status === 413) throw new NotSent('tooLarge');
    if (answer.headers.has('x-nextjs-action-not-found')) throw new NotSent('outdated');
    const [leadsTo = ''] = (answer.headers.get('x-action-redirect') ?? '').split(';');
    if (asksToSignIn(leadsTo, place.location.pathname)) throw new NotSent('signIn', leadsTo);
    return answer;
  }
}

/** Somebody who was signed in when the page was made is so no longer; going on by signing in is something else. */
function asksToSignIn(leadsTo: string, page: string): boolean {
  const isBelow = (path: string) => bare(path).startsWith(accountsPaths.signIn());
  const to = bare(leadsTo);
  return (
    !isBelow(page) &&
    (to === accountsPaths.secondFactor() || to.startsWith(accountsPaths.signInOnceMore()))
  );
}

/** Without its language. */
const bare = (path: string) =>
  LOCALES.reduce((rest, locale) => rest.replace(`/${locale}/`, '/'), path);

/** Bytes of what people add; the rest is small. */
function sizeOf(body: RequestInit['body']): number {
  if (!(body instanceof FormData)) return 0;
  return [...body.values()].reduce(
    (sum, entry) => sum + (typeof entry === 'string' ? entry.length : entry.size),
    0,
  );
}
