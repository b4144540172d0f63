'use client';

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { FormContext } from '@/components/form/field-context';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { readFormValues } from '@/lib/core/form-state';
import type { Known } from '@/lib/outreach/device/drafts/rules';
import type { Draft } from '@/lib/outreach/device/types';
import { type Problem, todayIn } from './device';
import { EnteringContext } from './device-context';
import { filledIn } from './filled-in';
import { draftIn, LISTS, valuesOf } from './form-values';
import { PromisedCalls } from './promised-calls';
import { RefusedList } from './refused-list';
import { StateLine, type WayOn } from './state-line';
import { useDevice } from './use-device';
import type { DeviceWords } from './words';
import { useWorker } from './worker';

interface DeviceFormProps {
  words: DeviceWords;
  locale: string;
  timeZone: string;
  known: Known;
  addresses: WayOn & { send: string; worker: string; call: string };
  /** The fields, as the office has them everywhere. */
  children: ReactNode;
}

/** One talk after the other, on a phone, with one thumb, with a line or without. */
export function DeviceForm({ words, locale, children, ...given }: DeviceFormProps) {
  const { timeZone, known, addresses } = given;
  const [data, acts] = useDevice({ timeZone, known, address: addresses.send });
  const [wrong, setWrong] = useState<Wrong>(null);
  const isRenewed = useWorker(addresses);
  const { draft, shown, isReady, contacts } = data;
  const today = todayIn(timeZone);
  const entering = useMemo(() => {
    const change: typeof acts.change = (update) => {
      // At a field that is folded away it stays until the next saving: with it the fold would close.
      setWrong((now) => (now && COUNTERS.includes(now.field) ? null : now));
      acts.change(update);
    };
    return { draft, change, today, locale, wrong };
  }, [draft, acts, today, locale, wrong]);
  const fields = useFieldsOf(shown, draft, today);
  const context = useMemo(
    () => ({
      ...fields.context,
      ...{ errors: wrong ? { [wrong.field]: wrong.sentence } : {}, errorPrefix: words.errorPrefix },
    }),
    [fields.context, wrong, words],
  );
  usePutRight(shown, draft);
  useWrong(wrong);
  const save = async () => {
    const problem = await acts.save();
    setWrong(problem && sentenceOf(problem, words));
    if (!problem) beginAgain();
  };
  return (
    <div className="stack" hidden={!isReady}>
      <div role="status">
        {isRenewed ? (
          <Notice tone="info">
            <p>{words.renewed}</p>
            <p>
              <a href={addresses.page}>{words.again}</a>
            </p>
          </Notice>
        ) : null}
      </div>
      <StateLine {...{ data, words, locale }} wayOn={addresses} send={() => void acts.send()} />
      <RefusedList
        refused={contacts.filter((kept) => kept.problem !== '')}
        {...{ words, locale, acts }}
      />
      <PromisedCalls calls={data.calls} {...{ words, locale, acts }} href={addresses.call} />
      <form
        // What has the focus is not behind the bar with the button.
        className="form **:scroll-mb-28"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onInput={({ currentTarget, target }) => {
          const said = readFormValues(new FormData(currentTarget), LISTS);
          const isDay = 'name' in target && target.name === 'day';
          entering.change((now) => draftIn(said, now, isDay ? todayIn(timeZone) : null));
        }}
      >
        {draft.problem ? (
          <div id={PUT_RIGHT} tabIndex={-1}>
            <Notice tone="problem">
              <p>{draft.problem}</p>
            </Notice>
          </div>
        ) : null}
        <FormContext value={context}>
          <EnteringContext value={entering}>{children}</EnteringContext>
        </FormContext>
        <div className="sticky bottom-0 bg-paper py-2 [@media(max-height:30rem)]:static">
          <Button wide>{words.submit}</Button>
        </div>
      </form>
    </div>
  );
}

const PUT_RIGHT = 'put-right';
const COUNTERS = ['contacts', 'firstContacts', 'notMet'];

type Wrong = { field: string; sentence: string } | null;

const sentenceOf = (problem: NonNullable<Problem>, words: DeviceWords): Wrong => ({
  field: problem.field,
  sentence: filledIn(words.problem[problem.code], { ...problem }),
});

/** Each time something is wrong whoever saves is led there, where by then stands what it is. */
function useWrong(wrong: Wrong): void {
  useEffect(() => {
    if (wrong) unfold(wrong.field)?.focus();
  }, [wrong]);
}

/** What comes back to be put right begins with why, and shows the words that may be meant. */
function usePutRight(shown: number, { problem, field, note }: Draft) {
  // Only when another talk comes into the form, not with each tap in it.
  const given = useRef(0);
  useEffect(() => {
    if (given.current === shown) return;
    given.current = shown;
    if (note) unfold('note');
    if (field) unfold(field);
    if (problem) document.getElementById(PUT_RIGHT)?.focus();
  }, [shown, problem, field, note]);
}

/** The fields show a talk from its beginning on and are then the reader's, until another talk stands there. */
function useFieldsOf(shown: number, draft: Parameters<typeof valuesOf>[0], today: string) {
  const [fields, setFields] = useState(() => fieldsOf(shown, draft, today));
  const isOther = fields.shown !== shown;
  // Of a talk that was not begun the day is still today.
  const isNextDay = draft.day === '' && fields.shownDay !== today;
  if (!isOther && !isNextDay) return fields;
  const next = fieldsOf(shown, draft, today);
  setFields(next);
  return next;
}

function fieldsOf(shown: number, draft: Parameters<typeof valuesOf>[0], today: string) {
  const values = valuesOf(draft, today);
  const state = { status: 'fresh' as const, values, errors: [], token: '' };
  // Each time another one, also for the same talk on the next day.
  const answer = made.next();
  return {
    ...{ shown, shownDay: draft.day || today },
    context: { state, errors: {}, errorPrefix: '', answer },
  };
}

const made = {
  count: 0,
  next() {
    this.count += 1;
    return this.count;
  },
};

function unfold(id: string): HTMLElement | null {
  const field = document.getElementById(id);
  const folded = field?.closest('details');
  if (folded) folded.open = true;
  return field;
}

/** The next talk begins where this one did, also for whoever goes by keyboard or by ear. */
function beginAgain(): void {
  const top = document.getElementById('inhalt');
  top?.focus({ preventScroll: true });
  top?.scrollIntoView();
}
