import { listFiles, readSource } from './source.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {{
 *   file: string, line: number,
 *   columns: string[], personal: number, sensitive: number, retention: string,
 * }} Entry
 * @typedef {import('oxc-parser').Expression} Expression
 */

const KINDS = ['personal', 'sensitive', 'neutral'];
const TEXTS = ['purpose', 'retention'];

/**
 * Reads the register of personal data without running it: the file
 * `register.ts` of each domain exports an object literal of the form
 * `{ Model: { purpose: '…', retention: '…', personal: […], sensitive: […], neutral: […] } }`.
 * @param {string} root
 * @returns {{ entries: Map<string, Entry>, problems: Problem[] }}
 */
export function readRegister(root) {
  const files = listFiles(root, 'lib').filter((file) => /^lib\/[a-z]+\/register\.ts$/.test(file));
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  /** @type {Problem[]} */
  const problems = [];
  for (const { file, line, name, value } of files.flatMap((file) => modelsIn(root, file))) {
    if (entries.has(name)) problems.push({ file, line, message: `${name} is registered twice` });
    const { missing, ...read } = readEntry(value);
    entries.set(name, { file, line, ...read });
    problems.push(
      ...missing.map((key) => ({ file, line, message: `${name} does not say its ${key}` })),
    );
  }
  return { entries, problems };
}

/**
 * @param {string} root
 * @param {string} file
 */
function modelsIn(root, file) {
  const { program, lineAt } = readSource(root, file);
  return program.body
    .flatMap((node) =>
      node.type === 'ExportNamedDeclaration' && node.declaration?.type === 'VariableDeclaration'
        ? node.declaration.declarations
        : [],
    )
    .flatMap(({ init }) => propertiesOf(init))
    .map(({ name, value, start }) => ({ file, line: lineAt(start), name, value }));
}

/** @param {Expression} value */
function readEntry(value) {
  const properties = propertiesOf(value);
  const lists = properties.filter(({ name }) => KINDS.includes(name));
  const count = (/** @type {string} */ kind) =>
    lists.filter(({ name }) => name === kind).flatMap((list) => strings(list.value)).length;
  const retention = properties.find(({ name }) => name === 'retention')?.value;
  return {
    columns: lists.flatMap((list) => strings(list.value)),
    personal: count('personal'),
    sensitive: count('sensitive'),
    retention: retention?.type === 'Literal' ? String(retention.value) : '',
    missing: [...TEXTS, ...KINDS].filter((key) => !properties.some(({ name }) => name === key)),
  };
}

/**
 * @param {Expression | null} value
 * @returns {{ name: string, value: Expression, start: number }[]}
 */
function propertiesOf(value) {
  if (value?.type === 'TSAsExpression' || value?.type === 'TSSatisfiesExpression') {
    return propertiesOf(value.expression);
  }
  if (value?.type !== 'ObjectExpression') return [];
  return value.properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier'
      ? [{ name: property.key.name, value: property.value, start: property.start }]
      : [],
  );
}

/** @param {Expression} value */
function strings(value) {
  if (value.type !== 'ArrayExpression') return [];
  return value.elements.flatMap((element) =>
    element?.type === 'Literal' && typeof element.value === 'string' ? [element.value] : [],
  );
}
