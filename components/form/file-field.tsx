'use client';

import { useField } from './field-context';
import { FieldFrame, type FieldProps, inputProps, type WhoSees } from './field-parts';
import { shrinkChosen } from './shrink-picture';
import { framed } from './text-field';

const PICTURES = 'image/png,image/jpeg,image/webp,image/gif';
const KINDS = {
  logo: PICTURES,
  photo: PICTURES,
  papers: 'application/pdf,image/jpeg,image/png',
} as const;

type FileFieldProps = FieldProps & {
  whoSees: WhoSees;
  /**
   * What may be chosen. Photos, and papers that were photographed, script makes smaller before they are sent; a logo goes
   * as it is, with what can be seen through.
   */
  accept: keyof typeof KINDS;
};

/** Choosing a file. A browser never shows a chosen file again, so it is chosen anew after an error. */
export function FileField({ accept, ...props }: FileFieldProps) {
  const { name, id = name } = props;
  const field = useField(name, props);
  const parts = { ...props, ...field, id };
  return (
    <FieldFrame {...framed(parts)}>
      <input
        key={field.key}
        {...inputProps(parts)}
        className="input"
        type="file"
        accept={KINDS[accept]}
        onChange={
          accept !== 'logo' ? ({ currentTarget }) => void shrinkChosen(currentTarget) : undefined
        }
      />
    </FieldFrame>
  );
}
