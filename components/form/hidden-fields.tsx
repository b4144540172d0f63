/** Answers of earlier steps, carried along. */
export function HiddenFields({ values }: { values: Record<string, string | string[]> }) {
  return Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((text) => (
      <input key={`${name}=${text}`} type="hidden" name={name} value={text} />
    )),
  );
}
