import http from 'node:http';
import net from 'node:net';

export interface Asked {
  path: string;
  method?: string;
  headers?: http.OutgoingHttpHeaders;
  body?: Buffer | string;
}

export interface Answered {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** Asks the server in ways no browser would. */
export class Raw {
  #agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

  constructor(readonly base: URL) {}

  /** @returns status 0 when the connection was cut */
  ask(asked: Asked): Promise<Answered> {
    const { path, method = 'GET', headers = {}, body } = asked;
    return new Promise((resolve) => {
      const { hostname, port } = this.base;
      const options = { hostname, port, path, method, headers, agent: this.#agent };
      const cut = () => {
        // A kept line may be closed by the other side in the moment it is used again; that is nobody's fault.
        if (request.reusedSocket && !answering) resolve(this.ask(asked));
        else resolve({ status: 0, headers: {}, body: Buffer.alloc(0) });
      };
      let answering = false;
      const request = http.request(options, (response) => {
        answering = true;
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', cut);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      request.on('error', cut);
      request.end(body);
    });
  }

  /** Opens connections that say something and then behave badly; nobody waits for their answers. */
  connect(text: string): net.Socket {
    const socket = net.connect(Number(this.base.port), this.base.hostname, () =>
      socket.write(text),
    );
    socket.on('error', () => undefined);
    return socket;
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** A few at a time. */
export async function each<T>(things: readonly T[], work: (thing: T) => Promise<void>) {
  const waiting = [...things];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}
