import fs from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
} from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { PATIENCE } from './database/patience.mjs';

/**
 * Prisma's own schema engine, compiled to WebAssembly and put together by hand: the usual one is a
 * program that is downloaded from a host many networks block. It keeps `_prisma_migrations` just
 * as the Prisma command line does, so both may be used on one database.
 *
 * @typedef {glue.SchemaEngine} SchemaEngine
 */

export const NO_FILTERS = { externalTables: [], externalEnums: [] };

let instantiated = false;

function instantiate() {
  if (instantiated) return;
  const beside = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const bytes = fs.readFileSync(beside.replace(/\.js$/, '.wasm'));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    './schema_engine_bg.js': /** @type {WebAssembly.ModuleImports} */ ({ ...glue }),
  });
  glue.__wbg_set_wasm(exports);
  const start = /** @type {() => void} */ (exports.__wbindgen_start);
  start();
  instantiated = true;
}

/** @param {unknown} error */
function toDriverError(error) {
  const text = (/** @type {string} */ name) =>
    error instanceof Error ? Reflect.get(error, name) : undefined;
  return new DriverAdapterError({
    kind: 'postgres',
    code: text('code') ?? 'XX000',
    severity: text('severity') ?? 'ERROR',
    message: text('message') ?? String(error),
    detail: text('detail'),
    hint: text('hint'),
    column: text('column'),
  });
}

/**
 * `PrismaPg` cuts a script at every semicolon and runs the pieces one by one: that breaks
 * functions and texts with a semicolon in them, and a failure half-way leaves half a migration.
 * Sent whole, PostgreSQL reads the script itself and runs it in one transaction.
 *
 * @param {string} databaseUrl
 * @param {number} lockMs how long it waits for somebody who has a table
 * @param {(error: unknown) => void} onError hears what PostgreSQL really said; the engine only
 *   passes on a number
 */
function wholeScriptFactory(databaseUrl, lockMs, onError) {
  /** @type {import('@prisma/driver-adapter-utils').SqlDriverAdapter[]} */
  const opened = [];
  const factory = new PrismaPg({ connectionString: databaseUrl, max: 2 });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    opened.push(adapter);
    adapter.executeScript = async (script) => {
      const client = await adapter.underlyingDriver().connect();
      try {
        await client.query(`SET lock_timeout = ${lockMs}`);
        await client.query(script);
      } catch (error) {
        onError(error);
        throw toDriverError(error);
      } finally {
        client.release();
      }
    };
    return adapter;
  };
  // The engine never closes its connections, and one of them holds its own advisory lock: the next
  // one to migrate would wait for ten seconds.
  const close = () => Promise.all(opened.map((adapter) => adapter.dispose()));
  return { factory, close };
}

/**
 * @template T
 * @param {string} databaseUrl the engine connects at once, also for a mere comparison of schemas
 * @param {(engine: SchemaEngine) => Promise<T>} work
 * @param {number} [lockMs] how long a script waits for somebody who has a table
 * @returns {Promise<T>}
 */
export async function withSchemaEngine(databaseUrl, work, lockMs = PATIENCE.lockMs) {
  instantiate();
  /** @type {unknown[]} */
  const scriptErrors = [];
  const { factory, close } = wholeScriptFactory(databaseUrl, lockMs, (error) =>
    scriptErrors.push(error),
  );
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  try {
    const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    throw scriptErrors.at(-1) ?? error;
  } finally {
    await close();
  }
}
