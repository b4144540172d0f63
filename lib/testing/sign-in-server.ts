import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';

/** Somebody as an organisation's own sign-in server knows them. */
interface Known {
  subject: string;
  email: string;
  verified: boolean;
}

const CLIENT = { id: 'forum', secret: 'secret-of-the-forum' };

/** An organisation's own sign-in server, which recognises whoever it is told to without asking. */
export class SignInServer {
  known: Known = { subject: 'staff-1', email: 'staff@office.example', verified: true };
  /** Whether the person presses "cancel" there. */
  cancels = false;
  url = '';
  #provider: Provider | null = null;
  #http = createServer((request, response) => void this.#answer(request, response));

  /** @param callback where it may send people back to */
  async start(callback: string): Promise<void> {
    await this.wake();
    this.#provider = new Provider(this.url, {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [callback],
        },
      ],
      claims: { email: ['email', 'email_verified'] },
      cookies: { keys: ['only-for-tests'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
      findAccount: (_ctx, sub) => ({
        accountId: sub,
        claims: () => ({ sub, email: this.known.email, email_verified: this.known.verified }),
      }),
      loadExistingGrant: agree,
    });
    process.env.OIDC_ISSUER = this.url;
    process.env.OIDC_CLIENT_ID = CLIENT.id;
    process.env.OIDC_CLIENT_SECRET = CLIENT.secret;
  }

  /** Listens, after a sleep at the same address as before. */
  async wake(): Promise<void> {
    const port = this.url === '' ? 0 : Number(new URL(this.url).port);
    await new Promise<void>((resolve) => this.#http.listen(port, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  async sleep(): Promise<void> {
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#provider || !request.url?.startsWith('/interaction/')) {
      await this.#provider?.callback()(request, response);
      return;
    }
    const answer = this.cancels
      ? { error: 'access_denied' }
      : { login: { accountId: this.known.subject } };
    await this.#provider.interactionFinished(request, response, answer);
  }
}

async function agree({ oidc }: KoaContextWithOIDC) {
  const grant = new oidc.provider.Grant({
    clientId: oidc.client?.clientId ?? '',
    accountId: oidc.session?.accountId ?? '',
  });
  grant.addOIDCScope('openid email');
  await grant.save();
  return grant;
}
