import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Viewer } from '@/lib/accounts/types';

/** The text of the second counting program as it lies in the repository. */
export async function getRecountProgram(_viewer: Viewer): Promise<string> {
  return await readFile(path.join(process.cwd(), 'lib/elections/recount/recount.mjs'), 'utf8');
}
