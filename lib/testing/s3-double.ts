import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { sign } from 'aws4';
import type { Bucket } from '@/lib/core/env-files.mjs';

/** A service that speaks as much S3 as we do, and looks at each signature with a second program. */
export interface S3Double {
  bucket: Bucket;
  /** What lies there, by path. */
  objects: Map<string, Buffer>;
  /** Each request that was let in. */
  seen: string[];
  /** Answers the next requests like this before it looks at them. */
  failNext(...statuses: number[]): void;
  close(): Promise<void>;
}

const KEY_ID = 'key-of-a-test';
const SECRET = 'secret/of+a=test';
const LATE_MS = 15 * 60_000;

export async function openS3Double(): Promise<S3Double> {
  const objects = new Map<string, Buffer>();
  const seen: string[] = [];
  const failures: number[] = [];
  const server = http.createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const failure = failures.shift() ?? refusalOf(request, body);
    if (failure !== null) return void response.writeHead(failure).end();
    seen.push(`${request.method} ${request.url}`);
    const found = answer(objects, request, body);
    response.writeHead(found.status).end(request.method === 'HEAD' ? undefined : found.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    bucket: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'forum',
      region: 'eu-central-1',
      keyId: KEY_ID,
      secret: SECRET,
    },
    objects,
    seen,
    failNext: (...statuses) => void failures.push(...statuses),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  objects: Map<string, Buffer>,
  { method, url = '' }: http.IncomingMessage,
  body: Buffer,
): { status: number; body?: Buffer } {
  const there = objects.get(url);
  if (method === 'PUT') objects.set(url, body);
  if (method === 'DELETE') objects.delete(url);
  if (method === 'DELETE') return { status: 204 };
  if (method === 'PUT') return { status: 200 };
  return there ? { status: 200, body: there } : { status: 404 };
}

/** What a service like this answers to what is not right. */
function refusalOf(request: http.IncomingMessage, body: Buffer): number | null {
  const { headers } = request;
  const at = String(headers['x-amz-date'] ?? '');
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(at) ?? [];
  const [year, month, day, ...time] = parts;
  const sentAt = Date.parse(`${year}-${month}-${day}T${time.join(':')}Z`);
  if (!(Math.abs(Date.now() - sentAt) < LATE_MS)) return 403;
  if (headers.authorization !== signatureOf(request)) return 403;
  if (request.method !== 'PUT') return null;
  // A length that is not said is not taken.
  if (headers['content-length'] === undefined) return 411;
  const hash = createHash('sha256').update(body).digest('hex');
  return headers['x-amz-content-sha256'] === hash ? null : 400;
}

/** The headers of the request that were signed, signed by another program. */
function signatureOf({ method, url, headers }: http.IncomingMessage): string {
  const signed = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
  const taken = signed.map((name) => [name, String(headers[name] ?? '')]);
  const again = sign(
    {
      method: method ?? '',
      path: url ?? '',
      service: 's3',
      region: 'eu-central-1',
      headers: Object.fromEntries(taken),
    },
    { accessKeyId: KEY_ID, secretAccessKey: SECRET },
  );
  return String(again.headers?.Authorization ?? '');
}
