import { openStorage } from '../../../lib/files/storage.mjs';
import type { Made, Maker } from '../../guards/making';

/** One black point: small, and really a picture. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC',
  'base64',
);

export const things = ({ house: { client, dataDir } }: Maker) => ({
  /** The demo has no funders: one with a logo, as the app keeps it. */
  async funder(position: number): Promise<{ id: string; logo: string }> {
    const storage = openStorage({ DATA_DIR: dataDir, BUCKET: null });
    const file = await storage.receive([PICTURE], PICTURE.length);
    await storage.keep(file);
    await client.query(
      `INSERT INTO stored_files (id, hash, bytes, type, kept_at) VALUES ($1, $2, $3, $4, now())`,
      [file.key, file.hash, file.bytes, file.type],
    );
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO funders (id, position, name, logo_id) VALUES (gen_random_uuid(), $2, 'Stiftung', $1)
       RETURNING id`,
      [file.key, position],
    );
    await client.query("SELECT pg_notify('stadtteilforum_page_cache', 'settings')");
    return { id: rows[0]?.id ?? '', logo: `${file.hash.slice(0, 22)}.png` };
  },
});

export const addresses = async (things: Made) => {
  const { id: funder, logo: picture } = await things.funder(1);
  return { funder, picture };
};

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
