import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSchema } from './prisma-schema.mjs';
import { readRegister } from './register.mjs';
import { runAsScript } from './report.mjs';
import { listFiles } from './source.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {import('./prisma-schema.mjs').Model} Model
 * @typedef {import('./prisma-schema.mjs').Field} Field
 */

const MOST_LINES = 150;
const PLURAL_SNAKE_CASE = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
/** Plurals that do not end in s, and the one table that holds exactly one row. */
const OTHER_PLURALS = /(?:s|people|children|staff|media|data|minutes)$/;

/**
 * Holds the database schema to the habits: one short file per domain, a purpose, the personal data
 * and their retention on each model, and each column in the register of personal data.
 * @param {string} root
 * @returns {Problem[]}
 */
export function findProblems(root) {
  const files = listFiles(root, 'prisma/schema').filter((file) => file.endsWith('.prisma'));
  const texts = files.map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
  const models = parseSchema(texts);
  return [
    ...texts.flatMap(lengthProblem),
    ...models.flatMap((model) => [
      ...headProblems(model),
      ...model.fields.flatMap((field) => columnProblems(model, field)),
      ...relationProblems(model),
    ]),
    ...registerProblems(root, models),
  ];
}

/**
 * @param {Model} model
 * @param {string} message
 * @param {number} [line]
 * @returns {Problem}
 */
const problem = (model, message, line = model.line) => ({
  file: model.file,
  line,
  message: `${model.name}${message}`,
});

/** @param {{ file: string, text: string }} schema */
function lengthProblem({ file, text }) {
  const lines = text.trimEnd().split('\n').length;
  return lines > MOST_LINES
    ? [{ file, line: MOST_LINES + 1, message: `has ${lines} lines, at most ${MOST_LINES}` }]
    : [];
}

/** @param {Model} model */
function headProblems(model) {
  const { doc, table } = model;
  const problems = [];
  if (!/\bPersonal: \S/.test(doc)) problems.push(problem(model, ' does not say "Personal: …"'));
  if (!/\bRetention: \S/.test(doc)) problems.push(problem(model, ' does not say "Retention: …"'));
  if (doc.replace(/\bPersonal: .*$/s, '').trim() === '') {
    problems.push(problem(model, ' does not say what it is for (/// before the model)'));
  }
  if (!table) problems.push(problem(model, ' has no @@map'));
  else if (!PLURAL_SNAKE_CASE.test(table) || !OTHER_PLURALS.test(table)) {
    problems.push(problem(model, ` is mapped to "${table}", not to a plural in snake_case`));
  }
  return problems;
}

/**
 * @param {Model} model
 * @param {Field} field
 */
function columnProblems(model, field) {
  const say = (/** @type {string} */ message) => [
    problem(model, `.${field.name} ${message}`, field.line),
  ];
  if (!field.isColumn) return [];
  if (field.type === 'DateTime' && !hasRightTime(field)) {
    return say('needs @db.Timestamptz(3), or @db.Date; a wall clock time has "local" in its name');
  }
  if (field.name === 'id' && !isUuid(field) && !isSingleRow(field)) {
    return say('needs String @db.Uuid with uuid(7), or uuid(4) where order would betray somebody');
  }
  if (/[A-Z]/.test(field.name) && !/@map\("[a-z0-9_]+"\)/.test(field.rest)) {
    return say('needs @map to snake_case');
  }
  return [];
}

/** @param {Field} field */
function hasRightTime({ name, rest }) {
  if (/@db\.Timestamptz\(3\)|@db\.Date\b/.test(rest)) return true;
  return /local/i.test(name) && /@db\.(?:Timestamp\(|Time\()/.test(rest);
}

/** @param {Field} field */
const isUuid = ({ type, rest }) =>
  type === 'String' && /@db\.Uuid\b/.test(rest) && /@default\(uuid\([47]\)\)/.test(rest);

/** The settings are one row and stay one row. */
const isSingleRow = (/** @type {Field} */ { type, rest }) =>
  type === 'Int' && /@default\(1\)/.test(rest);

/** @param {Model} model */
function relationProblems(model) {
  return model.fields.flatMap((field) => {
    if (field.foreignKey.length === 0) return [];
    const say = (/** @type {string} */ message) =>
      problem(model, `.${field.name} ${message}`, field.line);
    const problems = [];
    if (!/onDelete:/.test(field.rest)) problems.push(say('does not say onDelete'));
    if (!isIndexed(model, field.foreignKey)) {
      problems.push(say(`has a key without index: ${field.foreignKey.join(', ')}`));
    }
    return [...problems, ...foreignKeyTypes(model, field)];
  });
}

/**
 * @param {Model} model
 * @param {Field} relation
 */
function foreignKeyTypes(model, relation) {
  return model.fields
    .filter(({ name, type }) => relation.foreignKey.includes(name) && type === 'String')
    .filter(({ rest }) => !/@db\.Uuid\b/.test(rest))
    .map(({ name, line }) => problem(model, `.${name} needs @db.Uuid`, line));
}

/**
 * @param {Model} model
 * @param {string[]} key
 */
const isIndexed = ({ indexes }, key) =>
  indexes.some((columns) => key.every((name) => columns.slice(0, key.length).includes(name)));

/**
 * @param {string} root
 * @param {Model[]} models
 */
function registerProblems(root, models) {
  if (models.length === 0) return [];
  const { entries, problems } = readRegister(root);
  const missing = models
    .filter(({ name }) => !entries.has(name))
    .map((model) => problem(model, ' is not in the register of personal data'));
  const unknown = [...entries]
    .filter(([name]) => !models.some((model) => model.name === name))
    .map(([name, { file, line }]) => ({ file, line, message: `there is no model "${name}"` }));
  return [...problems, ...missing, ...unknown, ...models.flatMap(columnsIn(entries))];
}

/** @param {Map<string, import('./register.mjs').Entry>} entries */
function columnsIn(entries) {
  return (/** @type {Model} */ model) => {
    const entry = entries.get(model.name);
    if (!entry) return [];
    const columns = model.fields.filter(({ isColumn }) => isColumn).map(({ name }) => name);
    const say = (/** @type {string} */ message) => ({
      file: entry.file,
      line: entry.line,
      message: `${model.name}${message}`,
    });
    return [
      ...agreement(model.doc, entry).map(say),
      ...columns
        .filter((name) => !entry.columns.includes(name))
        .map((name) => say(`.${name} is not marked as personal, sensitive or neutral`)),
      ...entry.columns
        .filter((name) => !columns.includes(name))
        .map((name) => say(` has no column "${name}"`)),
      ...entry.columns
        .filter((name, index) => entry.columns.indexOf(name) !== index)
        .map((name) => say(`.${name} is listed twice`)),
    ];
  };
}

/**
 * What the model says of itself and what the register says must be the same.
 * @param {string} doc
 * @param {import('./register.mjs').Entry} entry
 */
function agreement(doc, { retention, personal, sensitive }) {
  const problems = [];
  const saysNone = /\bPersonal: none\b/.test(doc);
  // A key is sensitive without being personal, so "none" allows it.
  if (saysNone && personal > 0) problems.push(' says "Personal: none", but has personal columns');
  if (!saysNone && personal + sensitive === 0) {
    problems.push(' says it holds personal data, but marks no column');
  }
  const said = /\bRetention: (.*?)\.?$/s.exec(doc)?.[1];
  if (said !== retention) problems.push(` is kept "${said}" by its model, "${retention}" here`);
  return problems;
}

await runAsScript(import.meta.url, findProblems);
