/**
 * @typedef {{
 *   name: string, type: string, line: number, rest: string,
 *   isColumn: boolean, foreignKey: string[],
 * }} Field
 * @typedef {{
 *   file: string, name: string, line: number, doc: string, table: string | null,
 *   fields: Field[], indexes: string[][],
 * }} Model
 */

/**
 * Reads all models of a schema. `prisma format` keeps one field on one line, so lines are enough.
 * @param {{ file: string, text: string }[]} files
 * @returns {Model[]}
 */
export function parseSchema(files) {
  const names = files.flatMap(({ text }) =>
    [...text.matchAll(/^model (\w+) \{$/gm)].map((match) => match[1] ?? ''),
  );
  return files.flatMap(({ file, text }) => parseModels(file, text, names));
}

/**
 * @param {string} file
 * @param {string} text
 * @param {string[]} modelNames a field of such a type is a relation, any other is a column
 */
function parseModels(file, text, modelNames) {
  /** @type {Model[]} */
  const models = [];
  /** @type {string[]} */
  let doc = [];
  /** @type {Model | null} */
  let open = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    const started = /^model (\w+) \{$/.exec(line);
    if (started?.[1]) {
      open = newModel(file, started[1], index + 1, doc);
      models.push(open);
    } else if (line === '}') open = null;
    else if (open) readLine(open, line, index + 1, modelNames);
    doc = line.startsWith('///') ? [...doc, line.slice(3).trim()] : [];
  }
  return models;
}

/**
 * @param {string} file
 * @param {string} name
 * @param {number} line
 * @param {string[]} doc
 * @returns {Model}
 */
const newModel = (file, name, line, doc) => ({
  file,
  name,
  line,
  doc: doc.join('\n'),
  table: null,
  fields: [],
  indexes: [],
});

/**
 * @param {Model} model
 * @param {string} line
 * @param {number} number
 * @param {string[]} modelNames
 */
function readLine(model, line, number, modelNames) {
  const [, attribute = '', value = ''] = /^@@(\w+)\((.*)\)$/.exec(line) ?? [];
  if (attribute === 'map') model.table = value.replaceAll('"', '');
  if (['id', 'unique', 'index'].includes(attribute)) model.indexes.push(namesIn(value));
  const field = fieldOf(line, number, modelNames);
  if (!field) return;
  model.fields.push(field);
  if (/@id\b|@unique\b/.test(field.rest)) model.indexes.push([field.name]);
}

/**
 * @param {string} line
 * @param {number} number
 * @param {string[]} modelNames
 * @returns {Field | null}
 */
function fieldOf(line, number, modelNames) {
  const found = /^(\w+)\s+(\w+)(?:\[\]|\?)?(?:\s+(.*))?$/.exec(line);
  if (!found) return null;
  const [, name = '', type = '', rest = ''] = found;
  const isColumn = !modelNames.includes(type);
  const key = /@relation\([^)]*fields: \[([^\]]*)\]/.exec(rest);
  return { name, type, line: number, rest, isColumn, foreignKey: namesIn(key?.[1] ?? '') };
}

/**
 * `[a, b(sort: Desc)], map: "x"` or `a, b` → a, b
 * @param {string} list
 */
function namesIn(list) {
  const inside = /\[([^\]]*)\]/.exec(list)?.[1] ?? list;
  return inside
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
