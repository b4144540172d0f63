import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';

/**
 * Keeps files with a service that speaks S3. Every request is signed, the bytes that go there with what
 * they add up to, so that the service refuses what arrives as something else.
 *
 * @typedef {import('../core/env-files.mjs').Bucket} Bucket
 * @typedef {import('./incoming.mjs').Received} Received
 * @typedef {{ method: string, key: string, file?: Received }} Asked
 */

const TRIES = 3;
const RETRY_MS = 200;
/** A large file takes its time to go there. */
const PATIENCE_MS = 120_000;

/** The service said no, or nothing that makes sense. */
class StoreRefused extends Error {
  /** @param {string} method @param {number} status */
  constructor(method, status) {
    super(`the store answered ${status} to ${method}`);
    this.name = 'StoreRefused';
    this.status = status;
  }
}

/** @param {Bucket} bucket @returns {import('./storage.mjs').Keeper} */
export function bucketKeeper(bucket) {
  /** @param {Asked} asked @param {readonly number[]} fine */
  const ask = async (asked, fine) => {
    const response = await answerTo(bucket, asked);
    const { statusCode = 0 } = response;
    if (fine.includes(statusCode)) return response;
    response.resume();
    throw new StoreRefused(asked.method, statusCode);
  };
  return {
    async keep(file) {
      (await ask({ method: 'PUT', key: file.key, file }, [200])).resume();
      await fs.promises.rm(file.path, { force: true });
    },
    async open(key) {
      const response = await ask({ method: 'GET', key }, [200, 404]);
      if (response.statusCode === 200) return response;
      response.resume();
      return null;
    },
    async has(key) {
      return (await ask({ method: 'HEAD', key }, [200, 404])).resume().statusCode === 200;
    },
    async remove(key) {
      (await ask({ method: 'DELETE', key }, [200, 204, 404])).resume();
    },
  };
}

/**
 * Asks again when the service is busy or the line broke: each of these can be done twice.
 * @param {Bucket} bucket
 * @param {Asked} asked
 */
async function answerTo(bucket, asked) {
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === TRIES;
    try {
      const response = await send(bucket, asked);
      const { statusCode = 0 } = response;
      if (isLast || (statusCode < 500 && statusCode !== 429)) return response;
      response.resume();
    } catch (error) {
      if (isLast) throw error;
    }
    await sleep(RETRY_MS * attempt);
  }
}

/**
 * @param {Bucket} bucket
 * @param {Asked} asked
 * @returns {Promise<http.IncomingMessage>}
 */
async function send({ endpoint, bucket, region, keyId, secret }, { method, key, file }) {
  const signer = new AwsV4Signer({
    method,
    url: `${endpoint}/${bucket}/${key}`,
    headers: file ? headersOf(file) : {},
    accessKeyId: keyId,
    secretAccessKey: secret,
    service: 's3',
    region,
  });
  const { url, headers } = await signer.sign();
  const { request } = url.protocol === 'https:' ? https : http;
  const asking = request(url, {
    method,
    headers: Object.fromEntries(headers),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!file) asking.end();
  // Whoever says no may do so before everything was sent, and cut the line: then the answer counts.
  else pipeline(fs.createReadStream(file.path), asking).catch(() => undefined);
  const [response] = await once(asking, 'response');
  return response;
}

/** @param {Received} file */
const headersOf = ({ bytes, hash, type }) => ({
  'content-length': String(bytes),
  'content-type': type || 'application/octet-stream',
  'x-amz-content-sha256': Buffer.from(hash, 'base64url').toString('hex'),
});
