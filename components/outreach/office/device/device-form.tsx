'use client';

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { FormContext } from '@/components/form/field-context';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { readFormValues } from '@/lib/core/form-state';
import type { draftProblem } from '@/lib/outreach/device/rules';
import type { Draft } from '@/lib/outreach/device/types';
import { todayIn } from './acts';
import { EnteringContext } from './device-context';
import { draftIn, LISTS, valuesOf } from './form-values';
import { RefusedList } from './refused-list';
import { StateLine, type WayOn } from './state-line';
import { useDevice } from './use-device';
import type { DeviceWords } from './words';
import { useWorker } from './worker';

interface DeviceFormProps {
  words: DeviceWords;
  locale: string;
  timeZone: string;
  addresses: WayOn & { send: string; worker: string };
  /** The fields, as the office has them everywhere. */
  children: ReactNode;
}

type Problem = ReturnType<typeof draftProblem>;

/** One talk after the other, on a phone, with one thumb, with a line or without. */
export function DeviceForm({ words, locale, timeZone, addresses, children }: DeviceFormProps) {
  const [data, acts] = useDevice({ timeZone, address: addresses.send });
  const [problem, setProblem] = useState<Problem>(null);
  const isRenewed = useWorker(addresses);
  const { draft, shown, isReady, contacts } = data;
  const today = todayIn(timeZone);
  const entering = useMemo(() => ({ draft, change: acts.change, today }), [draft, acts, today]);
  const fields = useFieldsOf(shown, draft, today);
  usePutRight(shown, draft);
  const save = async () => {
    const wrong = await acts.save();
    setProblem(wrong);
    if (wrong) goTo(wrong === 'where' ? 'districtId' : 'contacts');
    // The next talk begins where this one did.
    else document.getElementById('inhalt')?.scrollIntoView();
  };
  return (
    <div className="stack" hidden={!isReady}>
      {isRenewed ? (
        <Notice tone="info" role="status">
          <p>{words.renewed}</p>
          <p>
            <a href={addresses.page}>{words.again}</a>
          </p>
        </Notice>
      ) : null}
      <StateLine {...{ data, words, locale }} wayOn={addresses} send={() => void acts.send()} />
      <RefusedList refused={contacts.filter((kept) => kept.problem !== '')} {...{ words, acts }} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onInput={({ currentTarget, target }) => {
          const said = readFormValues(new FormData(currentTarget), LISTS);
          const isDay = 'name' in target && target.name === 'day';
          acts.change((now) => draftIn(said, now, isDay));
        }}
      >
        {problem ? (
          <Notice tone="problem" role="alert">
            <p>{words.problem[problem]}</p>
          </Notice>
        ) : null}
        {draft.problem ? (
          <div id={PUT_RIGHT} tabIndex={-1}>
            <Notice tone="problem">
              <p>{draft.problem}</p>
            </Notice>
          </div>
        ) : null}
        <FormContext value={fields.context}>
          <EnteringContext value={entering}>{children}</EnteringContext>
        </FormContext>
        <div className="sticky bottom-0 bg-paper py-2">
          <Button wide>{words.submit}</Button>
        </div>
      </form>
    </div>
  );
}

const PUT_RIGHT = 'put-right';

/** What comes back to be put right begins with why, and shows the words that may be meant. */
function usePutRight(shown: number, { problem, note }: Pick<Draft, 'problem' | 'note'>) {
  // Only when another talk comes into the form, not with each tap in it.
  const given = useRef({ shown: 0, problem, note });
  useEffect(() => {
    if (given.current.shown === shown) return;
    given.current = { shown, problem, note };
    const folded = note ? document.getElementById('note')?.closest('details') : null;
    if (folded) folded.open = true;
    if (problem) document.getElementById(PUT_RIGHT)?.focus();
  }, [shown, problem, note]);
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

function goTo(id: string): void {
  const field = document.getElementById(id);
  const folded = field?.closest('details');
  if (folded) folded.open = true;
  field?.focus();
}
