import { isLoopback, parseUrl, text } from './env-value.mjs';

/**
 * Where files lie that people brought: in the folder for data, or with a service that speaks S3.
 *
 * @typedef {object} Bucket
 * @property {string} endpoint address of the service, without a slash at the end
 * @property {string} bucket
 * @property {string} region
 * @property {string} keyId
 * @property {string} secret
 *
 * @typedef {import('./env-value.mjs').Source} Source
 * @typedef {import('./env-value.mjs').Complain} Complain
 */

const NEEDED = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_KEY_ID', 'S3_SECRET'];
const USUAL_REGION = 'us-east-1';

/** @param {Source} source @param {Complain} complain @returns {Bucket | null} `null`: the folder for data */
export function readBucket(source, complain) {
  const values = NEEDED.map((name) => text(source, name));
  if (values.every((value) => value === '')) return null;
  const missing = NEEDED.filter((name) => text(source, name) === '');
  if (missing.length > 0)
    complain(`Für Dateien in einem S3-Speicher fehlt: ${missing.join(', ')}.`);
  const [endpoint = '', bucket = '', keyId = '', secret = ''] = values;
  checkEndpoint(endpoint, complain);
  if (bucket !== '' && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    complain(`S3_BUCKET muss der Name eines Bereichs wie stadtteilforum sein, nicht „${bucket}“.`);
  }
  const region = text(source, 'S3_REGION') || USUAL_REGION;
  return { endpoint: endpoint.replace(/\/$/, ''), bucket, region, keyId, secret };
}

/** @param {string} endpoint @param {Complain} complain */
function checkEndpoint(endpoint, complain) {
  if (endpoint === '') return;
  const url = parseUrl(endpoint, ['https:', 'http:']);
  const isBare = url !== null && url.pathname === '/' && `${url.search}${url.username}` === '';
  if (isBare && (url.protocol === 'https:' || isLoopback(url.hostname))) return;
  // Not shown: somebody may have written a password into it.
  complain(
    'S3_ENDPOINT muss eine Adresse wie https://s3.example.org sein, ohne Namen davor und ohne Pfad dahinter.',
  );
}
