import fs from 'node:fs';
import path from 'node:path';
import busboy from 'busboy';
import { comesFromUs } from './requests.mjs';

/**
 * Whether a body is a form of this build at all, found out before the framework sees it.
 *
 * @typedef {'form' | 'broken' | 'outdated'} FormKind `outdated`: of a build that has been replaced
 * @typedef {{ path: string, contentType: string, action: string, body: Buffer }} SentForm `action` is empty for forms sent without script
 */

/** However people put gaps into it; see `newCode`. */
const CODE = /^(?:[34679ACDEFGHJKMNPQRTWXY]{4}[\s.-]*){2,}$/i;

const MOST_FIELDS = 500;
const MOST_FILES = 5;
/** Shorter texts, and those without a gap, are quickly typed again, or a code. */
const SHORT = 12;
const ACTION_ID = /^[0-9a-f]{40,80}$/;

/** @param {string} build the folder `next build` wrote @returns {ReadonlySet<string>} */
export function readActionIds(build) {
  const file = path.join(build, 'server', 'server-reference-manifest.json');
  return new Set(Object.keys(JSON.parse(fs.readFileSync(file, 'utf8')).node));
}

/**
 * @param {SentForm} sent
 * @param {ReadonlySet<string>} known actions of this build
 * @returns {Promise<FormKind>}
 */
export async function kindOfForm({ path, contentType, action, body }, known) {
  if (action === '' && isForMachines(path, contentType)) return 'form';
  const isMultipart = /^multipart\/form-data\s*;/i.test(contentType);
  const fields = isMultipart ? await readFields(contentType, body) : null;
  if (action !== '') {
    // With script and without any file or field the arguments come as bare text.
    if (fields === null && !/^text\/plain\b/i.test(contentType)) return 'broken';
    return kindOfAction(action, known);
  }
  const named = fields === null ? null : actionNamedIn(fields);
  return named === null ? 'broken' : kindOfAction(named, known);
}

/**
 * What a program of a page of ours sends is no form: JSON, to an address nobody opens. A page of another site cannot
 * send it without asking first, which we never allow.
 * @param {string} path
 * @param {string} contentType
 */
const isForMachines = (path, contentType) =>
  path.startsWith('/api/') && /^application\/json\s*(?:;|$)/i.test(contentType);

/** @param {string} id @param {ReadonlySet<string>} known @returns {FormKind} */
function kindOfAction(id, known) {
  if (!ACTION_ID.test(id)) return 'broken';
  return known.has(id) ? 'form' : 'outdated';
}

/**
 * Forms without script name their action in a field: `$ACTION_ID_<id>`, or, where the action also
 * gets the state of the form, in a JSON text beside `$ACTION_REF_<n>`.
 * @param {ReadonlyMap<string, string>} fields
 * @returns {string | null}
 */
function actionNamedIn(fields) {
  for (const name of fields.keys()) {
    if (name.startsWith('$ACTION_ID_')) return name.slice('$ACTION_ID_'.length);
    if (!name.startsWith('$ACTION_REF_')) continue;
    const part = fields.get(`$ACTION_${name.slice('$ACTION_REF_'.length)}:0`);
    return idIn(part);
  }
  return null;
}

/**
 * What somebody wrote in sentences: what is lost with a page that cannot be made again. Codes, numbers and
 * choices are not among it.
 * @param {string} contentType
 * @param {Buffer | null | undefined} body
 * @returns {Promise<string[]>}
 */
export async function textsIn(contentType, body) {
  if (!body || !/^multipart\/form-data\s*;/i.test(contentType)) return [];
  const fields = (await readFields(contentType, body)) ?? new Map();
  return [...fields]
    .filter(([name]) => !name.startsWith('$ACTION_'))
    .map(([, text]) => text.trim())
    .filter((text) => text.length >= SHORT && /\s/.test(text) && !CODE.test(text));
}

/**
 * The same of a visit. What another site has put into a form is nobody's words here.
 * @param {Pick<import('./visits.mjs').Visit, 'request' | 'body'>} visit
 * @param {URL} appUrl
 * @returns {Promise<string[]>}
 */
export async function writtenIn({ request, body }, appUrl) {
  if (!body || !comesFromUs(request, appUrl)) return [];
  return textsIn(request.headers['content-type'] ?? '', body);
}

/** @param {string | undefined} json */
function idIn(json) {
  try {
    const { id } = JSON.parse(json ?? '');
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

/**
 * The fields of a multipart body, the first of each name.
 * @param {string} contentType
 * @param {Buffer} body
 * @returns {Promise<ReadonlyMap<string, string> | null>} null when it is no whole multipart body
 */
function readFields(contentType, body) {
  return new Promise((resolve) => {
    /** @type {Map<string, string>} */
    const fields = new Map();
    const broken = () => resolve(null);
    try {
      const limits = { fields: MOST_FIELDS, files: MOST_FILES, fieldSize: body.length };
      const parser = busboy({ headers: { 'content-type': contentType }, limits });
      parser.on('field', (name, value, { nameTruncated }) => {
        if (nameTruncated) broken();
        else if (!fields.has(name)) fields.set(name, value);
      });
      parser.on('file', (_name, stream) => stream.on('error', broken).resume());
      for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit']) parser.on(limit, broken);
      parser.on('error', broken);
      parser.on('close', () => resolve(fields));
      parser.end(body);
    } catch {
      broken();
    }
  });
}
