import 'server-only';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { markAnswer, markSent } from './answered-form';
import { now } from './clock';
import { faultSaid, type SubmittedForm, submittedForm } from './db';
import { isAppError } from './errors';
import { filesIn } from './form-files';
import {
  answerKind,
  FORM_LOCALE_FIELD,
  FORM_STEP_FIELD,
  FORM_TOKEN_FIELD,
  type FormAction,
  type FormState,
  HONEYPOT_FIELD,
  inFormOrder,
  readFormValues,
  THIS_PAGE,
  withoutSecrets,
} from './form-state';
import { log, newFaultId } from './log.mjs';
import { isLostConnection } from './lost-connection';
import { markActed, pageToReturnTo } from './page-cache';
import { processState } from './process-state.mjs';
import { clientAddress, countTry, type RateLimit, waitSaid } from './rate-limit';
import type { Refused, Result } from './result';
import { signSaid } from './said';
import { splitKey } from './text';
import { checkFormToken, codeOfForm, newFormToken, signOfContent } from './tokens';
import { CHANGED_MEANWHILE } from './version';

/** Given to the command beside the input. */
export interface FormContext {
  locale: string;
  /** A code that is the same whenever this same form is sent again (see `codeOfForm`). */
  codeFor(purpose: string, characters: number): string;
}

export interface FormActionOptions<Who, Schema extends z.ZodType, Value> {
  /** Unique name of the form. */
  form: string;
  schema: Schema;
  /** Fields that hold several values (tick boxes). */
  lists?: readonly string[];
  /** Fields that hold one uploaded file each; handed to the schema as `File`. */
  files?: readonly string[];
  /** Fields never shown again (codes). */
  secrets?: readonly string[];
  /** Tries allowed per client address. */
  limit?: RateLimit;
  /**
   * Shows right answers once more before they are sent: what belongs beside them (JSON, small), or
   * a refusal, which is said at the fields. Nothing is written; the answers travel in the form itself.
   */
  check?(who: Who, input: z.output<Schema>, context: FormContext): Promise<object | Refused>;
  run(who: Who, input: z.output<Schema>, context: FormContext): Promise<Result<Value>>;
  /** Where the form stands, for whoever has to sign in once more. */
  page?(values: FormState['values'], locale: string): string;
  /** Path to go on to; the answer of a form is always a page of its own. */
  done(value: Value, input: z.output<Schema>, context: FormContext): string | Promise<string>;
}

/** What the core cannot know itself: who acts, and the sentences. */
export interface FormActionHost<Who> {
  who(): Promise<Who>;
  sentence(
    locale: string,
    key: string,
    params: Readonly<Record<string, string | number>>,
  ): Promise<string>;
  /** Where to send somebody who must sign in first. */
  signInPath(locale: string, next?: string): string;
  secondFactorPath(locale: string): string;
  /** The office's number, which every fault names. */
  phone(): Promise<string>;
}

/**
 * Makes `defineFormAction` for a host: parse, check the token, run the command, then either go on
 * to another page or answer with the form state. Works the same with and without script.
 */
export function makeDefineFormAction<Who>(host: FormActionHost<Who>) {
  return function defineFormAction<Schema extends z.ZodType, Value>(
    options: FormActionOptions<Who, Schema, Value>,
  ): FormAction {
    // Called from outside of our forms, anything may come in either place.
    return async (state: unknown, data?: unknown) => {
      markActed();
      const step = await attempt(host, options, formDataIn(data, state));
      return 'path' in step ? redirect(signSaid(step.path)) : step.state;
    };
  };
}

/** What is no form at all is an empty one, which holds no valid token. */
function formDataIn(...candidates: unknown[]): FormData {
  return candidates.find((candidate) => candidate instanceof FormData) ?? new FormData();
}

type Step = { path: string } | { state: FormState };

async function attempt<Who, Schema extends z.ZodType, Value>(
  host: FormActionHost<Who>,
  options: FormActionOptions<Who, Schema, Value>,
  data: FormData,
): Promise<Step> {
  const locale = String(data.get(FORM_LOCALE_FIELD) ?? 'de');
  const token = String(data.get(FORM_TOKEN_FIELD) ?? '');
  const values = readFormValues(data, options.lists);
  const answer = new FormAnswer(host, locale, withoutSecrets(values, options.secrets), token);
  const sent: SubmittedForm = { token, form: options.form, at: now() };
  const go = () => onceThrough(host, options, data, { locale, sent, values, answer });
  try {
    // A connection lost under way is tried once more: the token makes sure that nothing happens twice.
    return await go().catch((error) => (isLostConnection(error) ? go() : Promise.reject(error)));
  } catch (error) {
    return answer.fault(error, sent, options.page?.(values, locale));
  }
}

interface Sent<Who> {
  locale: string;
  sent: SubmittedForm;
  values: FormState['values'];
  answer: FormAnswer<Who>;
}

async function onceThrough<Who, Schema extends z.ZodType, Value>(
  host: FormActionHost<Who>,
  options: FormActionOptions<Who, Schema, Value>,
  data: FormData,
  { locale, sent, values, answer }: Sent<Who>,
): Promise<Step> {
  const { token } = sent;
  const early = await checkBefore(options, data, token, answer);
  if (early) return early;
  const parsed = await options.schema.safeParseAsync({
    ...values,
    ...Object.fromEntries((options.files ?? []).map((name) => [name, data.get(name)])),
  });
  if (!parsed.success) return await answer.invalid(parsed.error.issues);
  sent.content = signOfContent(token, { ...values, ...(await filesIn(data, options.files)) });
  // A token that was spent on anything else never gets to its codes, see `claimToken`.
  const codeFor: FormContext['codeFor'] = (purpose, characters) =>
    codeOfForm(purpose, token, characters);
  const context = { locale, codeFor };
  const input = parsed.data as z.output<Schema>;
  const who = await host.who();
  if (options.check && data.get(FORM_STEP_FIELD) !== 'send') {
    const look = await options.check(who, input, context);
    return isRefused(look) ? await answer.refused(look) : answer.lastLook(look);
  }
  const result = await submittedForm.run(sent, () => options.run(who, input, context));
  if (!result.ok) return await answer.refused(result, sent.spent);
  return { path: await options.done(result.value, input, context) };
}

const isRefused = (look: object): look is Refused => 'ok' in look && look.ok === false;

async function checkBefore<Who, Schema extends z.ZodType, Value>(
  options: FormActionOptions<Who, Schema, Value>,
  data: FormData,
  token: string,
  answer: FormAnswer<unknown>,
): Promise<Step | null> {
  if (data.get(FORM_STEP_FIELD) === 'change') return answer.again();
  if (String(data.get(HONEYPOT_FIELD) ?? '') !== '')
    return answer.says('refused', 'form.refused.robot');
  const tokenState = checkFormToken(token, now());
  if (tokenState !== 'valid') return answer.says('refused', 'form.refused.expired');
  if (options.limit && !(await countTry(options.limit, clientAddress()))) {
    return answer.says('refused', ...waitSaid(options.limit));
  }
  return null;
}

class FormAnswer<Who> {
  constructor(
    private readonly host: FormActionHost<Who>,
    private readonly locale: string,
    private readonly values: FormState['values'],
    private readonly token: string,
  ) {}

  private state(status: FormState['status'], more: Partial<FormState>): Step {
    markAnswer(answerKind({ status, ...more }));
    markSent(this.values, status === 'failed');
    const form = { values: this.values, sent: true as const, errors: [], token: this.token };
    return { state: { status, ...form, ...more } };
  }

  /** Back to the fields, with everything in them. */
  again(): Step {
    return this.state('fresh', {});
  }

  lastLook(check: unknown): Step {
    return this.state('fresh', { check });
  }

  /** A refusal before the command ran; the form gets a new token, so sending again works. */
  async says(status: FormState['status'], key: string, params = {}): Promise<Step> {
    const message = await this.host.sentence(this.locale, key, params);
    return this.state(status, { message, token: newFormToken(now()) });
  }

  async invalid(issues: readonly z.core.$ZodIssue[]): Promise<Step> {
    const errors: FormState['errors'] = [];
    for (const issue of issues) {
      const field = String(issue.path[0] ?? '');
      if (errors.some((error) => error.field === field)) continue;
      const [key, params] = splitKey(issue.message);
      errors.push({ field, message: await this.host.sentence(this.locale, key, params) });
    }
    return this.state('invalid', { errors: inFormOrder(errors, Object.keys(this.values)) });
  }

  /** What wrote nothing keeps its token, so two tabs of it count once; one that is spent is given for a new one. */
  async refused(result: Refused, spent = false): Promise<Step> {
    const message = await this.host.sentence(this.locale, result.code, result.params);
    const token = spent ? newFormToken(now()) : this.token;
    if (result.field)
      return this.state('invalid', { errors: [{ field: result.field, message }], token });
    const isPast = result.pageAnew ?? result.code === CHANGED_MEANWHILE;
    // The form keeps the version it was made of, so it can never be sent again: the way on is the page anew.
    const words = isPast ? await this.host.sentence(this.locale, 'form.pageAnew', {}) : '';
    const elsewhere = isPast ? { href: THIS_PAGE, words } : undefined;
    return this.state('refused', { message, token, elsewhere });
  }

  private async missing(code: string, page: string | undefined): Promise<Step> {
    if (/REQUIRED$/.test(code)) markAnswer('signIn');
    if (code === 'SIGN_IN_REQUIRED') return { path: this.host.signInPath(this.locale, page) };
    if (code === 'SECOND_FACTOR_REQUIRED') return { path: this.host.secondFactorPath(this.locale) };
    if (code === 'RATE_LIMITED') return this.says('refused', ...waitSaid());
    return this.says('refused', 'form.refused.notFound');
  }

  async fault(error: unknown, sent: SubmittedForm, page = pageToReturnTo()): Promise<Step> {
    if (isAppError(error)) return this.missing(error.code, page);
    const id = processState().requests.getStore()?.id || newFaultId();
    log('error', 'form.failed', { id, form: sent.form }, error);
    const phone = await this.host.phone();
    const message = await this.host.sentence(this.locale, faultSaid(sent), { id, phone });
    return this.state('failed', { message });
  }
}
