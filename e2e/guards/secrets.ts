import fs from 'node:fs';
import path from 'node:path';
import type { House } from './house';

/** Something only its owner may know, as the program made it. */
export interface KnownSecret {
  kind: string;
  text: string;
}

const ALPHABET = '34679ACDEFGHJKMNPQRTWXY';

/** The same code as `derivedCode` in `lib/core/tokens.ts`. */
export function derived(house: House, purpose: string, token: string, characters: number): string {
  let code = '';
  for (let round = 0; code.length < characters; round += 1) {
    const bytes = Buffer.from(house.hash(purpose, `${token}\u0000${round}`), 'base64url');
    for (const byte of bytes) {
      if (byte < 253 && code.length < characters) code += ALPHABET[byte % ALPHABET.length];
    }
  }
  return code;
}

/** Which secrets stand in a text, however they are written. */
export function secretsIn(text: string, secrets: readonly KnownSecret[]): string[] {
  const upper = text.toUpperCase();
  return secrets.filter((one) => upper.includes(one.text.toUpperCase())).map(({ kind }) => kind);
}

/** Every table of every schema in which one of them stands as it is; from the database's own catalogue. */
export async function tablesWithSecrets(
  { client }: House,
  secrets: readonly KnownSecret[],
): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`,
  );
  const patterns = secrets.map(({ text }) => `%${text.replace(/[%_\\]/g, '\\$&')}%`);
  const found: string[] = [];
  for (const { name } of rows) {
    const hit = await client.query(
      `SELECT t::text AS row FROM ${name} t WHERE t::text ILIKE ANY($1)`,
      [patterns],
    );
    found.push(...hit.rows.map(({ row }) => `${name}: ${secretsIn(String(row), secrets)}`));
  }
  return found;
}

/** The database takes some of its files away while we look. */
function contentOf(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return Buffer.alloc(0);
    throw error;
  }
}

/** Every file below a folder, those of the database and its log too, in which one of them stands. */
export function filesWithSecrets(folder: string, secrets: readonly KnownSecret[]): string[] {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const content = contentOf(file);
      const found = secrets.filter(({ text }) => content.includes(text));
      return found.map(({ kind }) => `${file}: ${kind}`);
    });
}
