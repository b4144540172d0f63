import { testApiHandler } from 'next-test-api-route-handler';
import { actorOfToken } from '@/lib/accounts/actor';
import { answerOidc } from '@/lib/accounts/auth';
import { SESSION_COOKIE } from '@/lib/accounts/cookie';

export const OURS = 'http://localhost:3000';
export const isCallback = (url: URL) => url.pathname === '/api/auth/callback/oidc';
export const startFor = (next: string) => `${OURS}/api/auth/start?next=${encodeURIComponent(next)}`;

const isAuth = (url: URL) => url.origin === OURS && url.pathname.startsWith('/api/auth/');
const MOST_STEPS = 12;

/** Goes through our route and the sign-in server over HTTP and keeps cookies, for each host its own. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  /** Where it ends: the first address beyond both, or the one where it is told to stop. */
  async go(from: string | URL, stop: (url: URL) => boolean = () => false): Promise<URL> {
    let url = new URL(from);
    for (let steps = 0; steps < MOST_STEPS && isOnTheWay(url) && !stop(url); steps += 1) {
      url = new URL((await this.ask(url)).headers.get('location') ?? 'about:nowhere', url);
    }
    return url;
  }

  async ask(url: URL): Promise<Response> {
    const own = [...this.#cookies].filter(([name]) => name.startsWith(`${url.origin} `));
    const cookie = own.map(([, pair]) => pair).join('; ');
    const headers = { cookie, 'user-agent': 'Firefox/140 Linux' };
    const answer = isAuth(url)
      ? await askRoute(url, headers)
      : await fetch(url, { headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) this.#keep(url.origin, line);
    return answer;
  }

  #keep(origin: string, line: string): void {
    const [pair = ''] = line.split(';', 1);
    const name = `${origin} ${pair.split('=', 1)[0]}`;
    if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, pair);
  }

  /** A second one with the same cookies, as they are now. */
  copy(): Browser {
    const other = new Browser();
    for (const [name, pair] of this.#cookies) other.#cookies.set(name, pair);
    return other;
  }

  get token(): string {
    return this.#cookies.get(`${OURS} ${SESSION_COOKIE}`)?.split('=')[1] ?? '';
  }

  set token(token: string) {
    this.#cookies.set(`${OURS} ${SESSION_COOKIE}`, `${SESSION_COOKIE}=${token}`);
  }

  who() {
    return actorOfToken(this.token);
  }
}

const isOnTheWay = (url: URL) => url.protocol === 'http:' && (url.origin !== OURS || isAuth(url));

/** Asks our route as Next does, over HTTP. */
async function askRoute(url: URL, headers: Record<string, string>): Promise<Response> {
  let answer = new Response();
  await testApiHandler({
    appHandler: { GET: answerOidc },
    params: { nextauth: url.pathname.split('/').slice(3) },
    url: url.toString(),
    test: async ({ fetch: ask }) => {
      answer = await ask({ headers, redirect: 'manual' });
    },
  });
  return answer;
}
