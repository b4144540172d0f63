import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const WORTH_IT = /\.(?:js|mjs|css|svg|json|txt|map)$/;
const LEAST_BYTES = 512;

/**
 * Lays compressed twins beside the build's files, once, so that no visitor waits for the compressing.
 * @param {string} folder
 */
export function compressStatic(folder) {
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !WORTH_IT.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const content = fs.readFileSync(file);
    if (content.length < LEAST_BYTES) continue;
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    fs.writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
    fs.writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}
