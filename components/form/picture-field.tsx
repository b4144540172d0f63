'use client';

import { useField } from './field-context';
import { FieldFrame, type FieldProps, inputProps, type WhoSees } from './field-parts';
import { framed } from './text-field';

/** Choosing a picture file. A browser never shows a chosen file again, so it is chosen anew after an error. */
export function PictureField(props: FieldProps & { whoSees: WhoSees }) {
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
      />
    </FieldFrame>
  );
}
