'use client';

import { type Choice, choiceIds } from '@/components/form/choice';
import { listOf, useField } from '@/components/form/field-context';
import { type FieldProps, GroupFrame } from '@/components/form/field-parts';
import { framed } from '@/components/form/text-field';

type TapGroupProps = FieldProps & {
  options: readonly Choice[];
  defaultValue?: string[] | undefined;
  /** Any number of them; otherwise one. */
  several?: boolean | undefined;
};

/** Answers as large areas side by side, for one thumb; circles or boxes of a form all the same. */
export function TapGroup({ options, several, defaultValue, ...props }: TapGroupProps) {
  const { name, id = name } = props;
  const field = useField(name, { optionalText: '', ...props });
  const ids = choiceIds(id, options);
  const chosen = listOf(field.values, name, defaultValue);
  const longest = Math.max(...options.map(({ label }) => label.length));
  return (
    <GroupFrame {...framed({ ...props, ...field, id })}>
      <div className={`mt-2 grid gap-2 ${columnsFor(longest)}`} key={field.key}>
        {options.map(({ value, label }, index) => (
          <div key={value} className="relative grid min-w-0">
            <input
              className="peer absolute inset-0 m-0 size-full cursor-pointer opacity-0"
              id={ids[index]}
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
            />
            <label
              className="grid min-h-14 min-w-0 place-items-center rounded-control border-2 border-edge bg-surface px-2 py-2 text-center leading-tight wrap-break-word hyphens-auto peer-checked:border-action peer-checked:bg-action peer-checked:font-bold peer-checked:text-on-action peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ink forced-colors:peer-checked:border-8"
              htmlFor={ids[index]}
            >
              {label}
            </label>
          </div>
        ))}
      </div>
    </GroupFrame>
  );
}

/** As many beside each other as their words leave room for; with letters twice as large one below the other. */
function columnsFor(longest: number): string {
  if (longest <= 3) return 'grid-cols-[repeat(auto-fill,minmax(min(100%,3.25rem),1fr))]';
  return longest <= 10
    ? 'grid-cols-[repeat(auto-fill,minmax(min(100%,6.5rem),1fr))]'
    : 'grid-cols-[repeat(auto-fill,minmax(min(100%,9rem),1fr))]';
}
