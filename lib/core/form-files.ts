import 'server-only';
import { createHash } from 'node:crypto';

/**
 * What was uploaded, as part of what a form says: the same words with another file are another form.
 * @returns for each field with a file the SHA-256 of what is in it, in hex
 */
export async function filesIn(
  data: FormData,
  names: readonly string[] = [],
): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of names) {
    const file = data.get(name);
    if (!(file instanceof File) || file.size === 0) continue;
    const bytes = new Uint8Array(await file.arrayBuffer());
    files[name] = createHash('sha256').update(bytes).digest('hex');
  }
  return files;
}
