'use client';

import { useField } from './field-context';
import { FieldFrame, type FieldProps, inputProps, type WhoSees } from './field-parts';
import { shrinkChosen } from './shrink-picture';
import { framed } from './text-field';

type PictureFieldProps = FieldProps & {
  whoSees: WhoSees;
  /** A photo, which script makes smaller before it is sent; a logo goes as it is, with what can be seen through. */
  isPhoto?: boolean | undefined;
};

/** Choosing a picture file. A browser never shows a chosen file again, so it is chosen anew after an error. */
export function PictureField({ isPhoto = false, ...props }: PictureFieldProps) {
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
        accept="image/png,image/jpeg,image/webp,image/gif"
        onChange={isPhoto ? ({ currentTarget }) => void shrinkChosen(currentTarget) : undefined}
      />
    </FieldFrame>
  );
}
