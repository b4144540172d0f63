'use client';

import { type ClipboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type UseFormRegister, useFieldArray, useForm, useWatch } from 'react-hook-form';

export type Row = Record<string, string>;

export type Column = {
  name: string;
  label: string;
  inputMode?: 'decimal' | undefined;
  suffix?: string | undefined;
};

/** `#` stands for the place of a row. */
export type RowListWords = {
  row: string;
  add: string;
  up: string;
  down: string;
  remove: string;
  added: string;
  removed: string;
  moved: string;
  undo: string;
  back: string;
  unsaved: string;
};

type RowListProps = {
  start: readonly Row[];
  columns: readonly Column[];
  words: RowListWords;
  /** Rows of a text that was pasted. */
  read: (text: string) => Row[];
  onRows: (rows: readonly Row[]) => void;
  /** A field was left, so what stands in the rows may be judged. */
  onLeft: () => void;
};

type Sheet = { rows: Row[] };

/** Rows that are added, taken away and moved, by keyboard too: the focus goes along, a sentence says what happened. */
export function RowList(props: RowListProps) {
  const { words } = props;
  const sheet = useSheet(props);
  return (
    <div ref={sheet.box}>
      <ol className="rows">
        {sheet.fields.map(({ id }, place) => (
          <li key={id}>
            <fieldset data-place={place} className="row">
              <legend className="visually-hidden">{at(words.row, place)}</legend>
              <Cells {...props} place={place} register={sheet.register} onPaste={sheet.paste} />
              <RowButtons words={words} place={place} last={sheet.fields.length - 1} on={sheet} />
            </fieldset>
          </li>
        ))}
      </ol>
      <div className="row-buttons">
        <button
          type="button"
          className="button button-secondary"
          onClick={() => sheet.add(sheet.fields.length)}
        >
          {words.add}
        </button>
        {sheet.undo ? (
          <button type="button" className="button button-quiet" onClick={sheet.undo}>
            {words.undo}
          </button>
        ) : null}
      </div>
      {/* Made anew each time: the same sentence twice is read out twice. */}
      <p className="rows-said" role="status">
        {sheet.said ? <span key={sheet.said.count}>{sheet.said.text}</span> : null}
      </p>
      {sheet.isDirty ? <p className="field-hint">{words.unsaved}</p> : null}
    </div>
  );
}

const at = (sentence: string, place: number) => sentence.replace('#', String(place + 1));

/** The rows, what can be done with them, and where the focus goes afterwards. */
function useSheet({ start, columns, words, read, onRows }: RowListProps) {
  const empty: Row = Object.fromEntries(columns.map(({ name }) => [name, '']));
  const { control, register, formState, getValues } = useForm<Sheet>({
    defaultValues: { rows: start.length > 0 ? [...start] : [empty] },
  });
  const { fields, insert, remove, move } = useFieldArray({ control, name: 'rows' });
  const [said, setSaid] = useState<{ text: string; count: number }>();
  const [gone, setGone] = useState<{ row: Row; place: number }[]>([]);
  const box = useRef<HTMLDivElement>(null);
  const goal = useRef<string[]>([]);
  const rows = useWatch({ control, name: 'rows' });
  const { isDirty } = formState;
  const changed = useRef(false);
  changed.current ||= isDirty;

  useEffect(() => {
    if (changed.current) onRows(rows);
  });

  useEffect(() => {
    const found = goal.current
      .map((selector) => box.current?.querySelector<HTMLElement>(selector))
      .find((element) => element);
    goal.current = [];
    found?.focus();
  });

  const then = (sentence: string, place: number, ...selectors: string[]) => {
    goal.current = selectors.map((selector) => `[data-place="${place}"] ${selector}`);
    setSaid((before) => ({ text: sentence, count: (before?.count ?? 0) + 1 }));
  };
  const last = gone.at(-1);
  return {
    ...{ box, fields, register, said, isDirty },
    add: (place: number) => {
      insert(place, empty, { shouldFocus: false });
      then(at(words.added, place), place, 'input');
    },
    remove: (place: number) => {
      setGone([...gone, { row: getValues(`rows.${place}`), place }]);
      remove(place);
      then(at(words.removed, place), Math.min(place, fields.length - 2), 'input');
    },
    undo: last
      ? () => {
          const place = Math.min(last.place, fields.length);
          insert(place, last.row, { shouldFocus: false });
          setGone(gone.slice(0, -1));
          then(at(words.back, place), place, 'input');
        }
      : null,
    move: (place: number, to: number) => {
      move(place, to);
      const [same, other] = to < place ? ['up', 'down'] : ['down', 'up'];
      then(at(words.moved, to), to, `[data-does="${same}"]`, `[data-does="${other}"]`);
    },
    paste: (event: ClipboardEvent, place: number) => {
      const text = event.clipboardData.getData('text/plain').trim();
      if (!/[\n\t]/.test(text)) return;
      event.preventDefault();
      insert(place, read(text), { shouldFocus: false });
      then(at(words.added, place), place, 'input');
    },
  };
}

type CellsProps = Pick<RowListProps, 'columns' | 'onLeft'> & {
  place: number;
  register: UseFormRegister<Sheet>;
  onPaste: (event: ClipboardEvent, place: number) => void;
};

function Cells({ columns, onLeft, place, register, onPaste }: CellsProps) {
  const id = useId();
  return columns.map(({ name, label, inputMode, suffix }) => (
    <div key={name} className={inputMode ? 'row-cell row-cell-short' : 'row-cell'}>
      <label className="field-label" htmlFor={`${id}-${name}`}>
        {label}
      </label>
      <div className="input-row">
        <input
          {...register(`rows.${place}.${name}`, { onBlur: onLeft })}
          id={`${id}-${name}`}
          className="input"
          autoComplete="off"
          inputMode={inputMode}
          // Of no form: the text these rows are written into is what is sent.
          form={`${id}-none`}
          onPaste={(event) => onPaste(event, place)}
        />
        {suffix ? <span className="input-affix">{suffix}</span> : null}
      </div>
    </div>
  ));
}

type RowButtonsProps = {
  words: RowListWords;
  place: number;
  last: number;
  on: { move: (place: number, to: number) => void; remove: (place: number) => void };
};

function RowButtons({ words, place, last, on }: RowButtonsProps) {
  const buttons = [
    { does: 'up', can: place > 0, act: () => on.move(place, place - 1) },
    { does: 'down', can: place < last, act: () => on.move(place, place + 1) },
    { does: 'remove', can: last > 0, act: () => on.remove(place) },
  ] as const;
  return (
    <div className="row-buttons">
      {buttons.map(({ does, can, act }) =>
        can ? (
          <button
            key={does}
            type="button"
            className="button button-quiet"
            data-does={does}
            onClick={act}
          >
            {words[does]}
          </button>
        ) : null,
      )}
    </div>
  );
}
