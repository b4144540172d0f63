import type { ReactNode } from 'react';

type FieldsetProps = { legend: string; hint?: ReactNode; children: ReactNode };

/** Fields that belong together. */
export function Fieldset({ legend, hint, children }: FieldsetProps) {
  return (
    <fieldset className="fieldset">
      <legend>{legend}</legend>
      {hint ? <div className="field-hint">{hint}</div> : null}
      {children}
    </fieldset>
  );
}

/** Short fields beside each other where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="field-row">{children}</div>;
}
