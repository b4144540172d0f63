'use client';

import { useEffect, useRef, useState } from 'react';
import { useField } from './field-context';
import { GroupFrame, type WhoSees } from './field-parts';
import { type Column, type Row, RowList, type RowListWords } from './row-list';
import { TextArea } from './text-area';

export type RowsFieldWords = RowListWords & { asRows: string; asText: string };

type RowsFieldProps = {
  name: string;
  label: string;
  /** How lines are written; said of the text. */
  hint: string;
  whoSees: WhoSees;
  lines: number;
  defaultValue: string;
  /** Something must stand there. */
  required?: boolean | undefined;
  columns: readonly Column[];
  words: RowsFieldWords;
  read: (text: string) => Row[];
  write: (rows: readonly Row[]) => string;
  /** What is wrong with the text as it stands in its form, or nothing. */
  problemIn: (form: HTMLFormElement) => Promise<string | undefined>;
};

/**
 * Lines of a text that may also be kept row by row, where there is script. The text is the field in
 * both cases: what was typed before the script came is read when somebody asks for rows.
 */
export function RowsField(props: RowsFieldProps) {
  const { name, words } = props;
  const box = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState<Row[] | null>(null);
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  const textArea = () => box.current?.querySelector('textarea');
  const write = (text: string) => {
    const field = textArea();
    if (!field || field.value === text) return;
    field.value = text;
    // The form hears of it as of typing: it asks before it is left, and an error that stood goes.
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return (
    <div ref={box}>
      <div hidden={rows !== null}>
        <TextArea
          name={name}
          id={rows === null ? undefined : `${name}-text`}
          label={props.label}
          hint={props.hint}
          whoSees={props.whoSees}
          rows={props.lines}
          defaultValue={props.defaultValue}
          required={props.required ?? true}
        />
      </div>
      {rows === null ? null : (
        <RowsFrame
          {...props}
          start={rows}
          onText={write}
          form={() => textArea()?.form ?? undefined}
        />
      )}
      {hasScript ? (
        <button
          type="button"
          className="button button-quiet rows-switch"
          onClick={() => setRows(rows === null ? props.read(textArea()?.value ?? '') : null)}
        >
          {rows === null ? words.asRows : words.asText}
        </button>
      ) : null}
    </div>
  );
}

type RowsFrameProps = RowsFieldProps & {
  start: Row[];
  onText: (text: string) => void;
  form: () => HTMLFormElement | undefined;
};

/** The rows under the name and the errors of their text. */
function RowsFrame({ start, onText, form, problemIn, ...props }: RowsFrameProps) {
  const { name, columns, words } = props;
  const { error, errorPrefix } = useField(name, {});
  const [problem, setProblem] = useState<string>();
  const check = async () => {
    const sent = form();
    if (sent) setProblem(await problemIn(sent));
  };
  return (
    <div id={name} tabIndex={-1}>
      <GroupFrame
        id={name}
        name={name}
        label={props.label}
        whoSees={props.whoSees}
        error={error ?? problem}
        errorPrefix={errorPrefix}
        required={props.required ?? true}
      >
        <RowList
          start={start}
          columns={columns}
          words={words}
          read={props.read}
          onRows={(rows) => {
            onText(props.write(rows));
            // What was wrong is judged again, so that the sentence goes when it is put right.
            if (problem) check();
          }}
          onLeft={check}
        />
      </GroupFrame>
    </div>
  );
}
