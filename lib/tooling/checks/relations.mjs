import { visit } from './source.mjs';

/**
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {import('./prisma-schema.mjs').Model} Model
 * @typedef {{ field: string, index: number, way: 'reads' | 'writes' }} Followed
 * @typedef {{ targets: Map<string, Set<string>>, columns: Set<string> }} Relations
 */

/** Where statements are made or parts of them; elsewhere a word like `session` means something else. */
const ASKS =
  /\/(?:queries|commands|steps|jobs|privacy|fragments|figures|own-data|rules|look-up)\.ts$/;
const WRITES = ['create', 'createMany', 'connectOrCreate', 'update', 'updateMany', 'upsert'].concat(
  ['delete', 'deleteMany', 'set'],
);
const READS = ['select', 'include', 'where', 'orderBy', 'some', 'every', 'none', 'is', 'isNot'];

/**
 * The fields of a schema that lead from one model to another: which models each may mean, and the names that are columns.
 * @param {readonly Model[]} models
 * @returns {Relations}
 */
export function relationsOf(models) {
  /** @type {Relations} */
  const found = { targets: new Map(), columns: new Set() };
  for (const { name, type, isColumn } of models.flatMap(({ fields }) => fields)) {
    if (isColumn) found.columns.add(name);
    else found.targets.set(name, (found.targets.get(name) ?? new Set()).add(type));
  }
  return found;
}

/**
 * What Prisma is told to follow: `session: { select: … }`, `polls: { some: … }`, `supportSteps: true`. A filter that names only
 * columns of the other row (`session: { number }`) is not seen; write `is`.
 * @param {Source} source
 * @param {Relations} relations
 * @returns {Followed[]}
 */
export function followedIn(source, { targets, columns }) {
  /** @type {Followed[]} */
  const followed = [];
  if (!ASKS.test(source.file)) return followed;
  visit(source, ['Property'], (node) => {
    if (node.type !== 'Property' || node.key.type !== 'Identifier') return;
    const { name } = node.key;
    if (!targets.has(name)) return;
    const way = wayOf(node.value, columns.has(name));
    if (way) followed.push({ field: name, index: node.start, way });
  });
  return followed;
}

/**
 * @param {import('./source.mjs').Node} told
 * @param {boolean} isColumn somewhere, where `true` asks for no more
 * @returns {Followed['way'] | undefined}
 */
function wayOf(told, isColumn) {
  if (told.type === 'Literal') return told.value === true && !isColumn ? 'reads' : undefined;
  if (told.type !== 'ObjectExpression') return undefined;
  const words = told.properties.flatMap((one) =>
    one.type === 'Property' && one.key.type === 'Identifier' ? [one.key.name] : [],
  );
  if (words.some((word) => WRITES.includes(word))) return 'writes';
  return words.some((word) => READS.includes(word)) ? 'reads' : undefined;
}
