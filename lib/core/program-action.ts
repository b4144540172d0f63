import 'server-only';
import type { z } from 'zod';
import { type AppErrorCode, isAppError } from './errors';
import { log, newFaultId } from './log.mjs';
import { markActed } from './page-cache';
import { processState } from './process-state.mjs';
import type { Result } from './result';

type Say = (key: string, params: Readonly<Record<string, string | number>>) => Promise<string>;

export interface ProgramActionOptions<Who, Right, Schema extends z.ZodType, Value> {
  /** Unique name, for the log. */
  name: string;
  /** Asked before anything that was sent is looked at. */
  right: Right;
  schema: Schema;
  /** @param say a sentence in the language the program asked in */
  run(who: Who, input: z.output<Schema>, say: Say): Promise<Result<Value>>;
}

/** What the core cannot know itself: who acts, what they may, and the sentences. */
export interface ProgramActionHost<Who, Right> {
  who(): Promise<Who>;
  /** @throws {AppError} as a command with this right does */
  admit(right: Right, who: Who): void;
  sentence(locale: string, ...what: Parameters<Say>): Promise<string>;
}

/** A program is never led to a page: the status says what is missing, and its page says it in words. */
const STATUS: Readonly<Record<AppErrorCode, number>> = {
  SIGN_IN_REQUIRED: 401,
  SECOND_FACTOR_REQUIRED: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
};

/**
 * Makes `defineProgramAction` for a host: JSON of a page of ours in, JSON out. 200 with the value; 400 for what is no
 * such JSON; 401, 403, 404, 429 as in `STATUS`; 409 with a sentence for a refusal; 500 with the number of the fault.
 * That it comes from a page of ours and how large it is has been looked at in front (`lib/server/front.mjs`).
 */
export function makeDefineProgramAction<Who, Right>(host: ProgramActionHost<Who, Right>) {
  return function defineProgramAction<Schema extends z.ZodType, Value extends object>(
    options: ProgramActionOptions<Who, Right, Schema, Value>,
  ) {
    return async (request: Request): Promise<Response> => {
      markActed();
      try {
        return await answered(host, options, request);
      } catch (error) {
        return failed(error, options.name);
      }
    };
  };
}

async function answered<Who, Right, Schema extends z.ZodType, Value extends object>(
  host: ProgramActionHost<Who, Right>,
  options: ProgramActionOptions<Who, Right, Schema, Value>,
  request: Request,
): Promise<Response> {
  const who = await host.who();
  host.admit(options.right, who);
  const parsed = await options.schema.safeParseAsync(await jsonIn(request));
  if (!parsed.success) return Response.json({ error: 'INVALID' }, { status: 400 });
  const locale = new URL(request.url).searchParams.get('locale') ?? 'de';
  const say: Say = (...what) => host.sentence(locale, ...what);
  const result = await options.run(who, parsed.data, say);
  if (result.ok) return Response.json(result.value);
  // messages: given
  const sentence = await say(result.code, result.params);
  return Response.json({ error: 'REFUSED', sentence }, { status: 409 });
}

/** Undefined, which no schema takes, for what is no JSON. */
const jsonIn = (request: Request): Promise<unknown> => request.json().catch(() => undefined);

function failed(error: unknown, name: string): Response {
  if (isAppError(error))
    return Response.json({ error: error.code }, { status: STATUS[error.code] });
  const id = processState().requests.getStore()?.id || newFaultId();
  log('error', 'program.failed', { id, form: name }, error);
  return Response.json({ error: 'FAILED', id }, { status: 500 });
}
