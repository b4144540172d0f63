/** Fields that may be written to the log: never texts, names, addresses or tokens. */
interface LogFields {
  id?: string;
  code?: string;
  job?: string;
  form?: string;
  milliseconds?: number;
}

type Level = 'info' | 'warn' | 'error';

/** One JSON line; the kind of an error is written, its message (which may hold data) is not. */
export function log(level: Level, event: string, fields: LogFields = {}, error?: unknown): void {
  const kind = error instanceof Error ? error.name : undefined;
  const where = error instanceof Error ? firstOwnFrame(error) : undefined;
  const line = JSON.stringify({
    at: new Date().toISOString(),
    level,
    event,
    ...fields,
    kind,
    where,
  });
  (level === 'error' ? process.stderr : process.stdout).write(`${line}\n`);
}

function firstOwnFrame(error: Error): string | undefined {
  const frame = error.stack?.split('\n').find((text) => /^\s+at /.test(text));
  return frame?.trim().replace(/\(?(?:file:\/\/)?\/\S*\/(?=[^/\s]+$)/, '(');
}
