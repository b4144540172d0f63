import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { breakable, drawableBy, eachText, writable } from './letters.mjs';

/**
 * Makes PDF files of templates and data, in a process of its own: a compiler in machine code can be
 * stopped by nothing else, and takes nobody along when it falls. Started by `typst.ts`.
 *
 * @typedef {{ template: string, data: unknown, at: number, shared: boolean }} Order `at`: seconds, the file's date;
 *   `shared`: everybody may read it
 * @typedef {{ pdf: Uint8Array } | { problem: string }} Done
 */

const TEMPLATES = path.join(import.meta.dirname, 'templates');
// DejaVu Sans (free licence): Latin, Greek, Cyrillic, Arabic and many more letters with all their marks.
const FONTS = path.join(import.meta.dirname, '../../node_modules/dejavu-fonts-ttf/ttf');
const FACES = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'];
/** Documents for which a result of the compiler is kept without being used; of one for a few, nothing. */
const KEPT = 2;

const fonts = FACES.map((face) => readFileSync(path.join(FONTS, face)));
const has = drawableBy(fonts);
// What is read lies in this folder; nothing outside of it can be named.
const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs: fonts }] });

/** @param {Order} order @returns {Done} */
function make({ template, data, at, shared }) {
  try {
    const texts = eachText(data, (text) => breakable(writable(text, has)));
    const source = {
      mainFilePath: path.join(TEMPLATES, `${template}.typ`),
      inputs: { data: JSON.stringify(texts) },
    };
    const compiled = compiler.compile(source);
    const { result } = compiled;
    if (!result) return { problem: wordsOf(compiled.takeError()) };
    return { pdf: compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: at }) };
  } catch (error) {
    return { problem: String(error) };
  } finally {
    compiler.evictCache(shared ? KEPT : 0);
  }
}

/** @param {import('@myriaddreamin/typst-ts-node-compiler').NodeError | null} error */
function wordsOf(error) {
  return (error?.shortDiagnostics ?? [])
    .map(({ path: file, message }) => `${file} ${message}`)
    .join('\n');
}

process.on('message', (order) => {
  process.send?.(make(/** @type {Order} */ (order)));
});
