import type { z } from 'zod';

/** A field that a step reads; see `lifeOf`. */
export interface StepField<Name extends string> {
  name: Name;
  required: boolean;
}

/**
 * Reads the fields one step asks for and reports what is wrong with them; all others are left alone.
 * @param typed everything the form sent
 * @returns what is right, without what may be left out and was
 */
export function readStepFields<Name extends string>(
  fields: readonly StepField<Name>[],
  schemas: Readonly<Record<Name, z.ZodType<string>>>,
  typed: Readonly<Record<string, string>>,
  context: z.RefinementCtx,
): Partial<Record<Name, string>> {
  const given: Partial<Record<Name, string>> = {};
  for (const { name, required } of fields) {
    const text = typed[name] ?? '';
    if (!required && text.trim() === '') continue;
    const read = schemas[name].safeParse(text);
    if (read.success) given[name] = read.data;
    else context.addIssue({ code: 'custom', path: [name], message: messageOf(read.error) });
  }
  return given;
}

function messageOf(error: z.ZodError): string {
  return error.issues[0]?.message ?? 'form.error.invalid';
}
