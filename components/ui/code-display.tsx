type CodeDisplayProps = {
  label: string;
  code: string;
  /** Characters per group. */
  group?: number | undefined;
  size?: 'normal' | 'large' | undefined;
};

/** A code to read aloud, write down or type: big, in groups, without ambiguity of spaces. */
export function CodeDisplay({ label, code, group = 4, size = 'normal' }: CodeDisplayProps) {
  const groups = inGroups(code, group);
  return (
    <p className={size === 'large' ? 'code code-large' : 'code'}>
      <span className="code-label">{label}</span>
      <strong className="code-value">
        {groups.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may read the same
          <span key={`${index}-${part}`}>{part} </span>
        ))}
      </strong>
    </p>
  );
}

/** Splits after removing what only separates, so `ABCD-EFGH` and `ABCDEFGH` look alike. */
export function inGroups(code: string, size: number): string[] {
  const plain = code.replace(/[\s-]/g, '');
  return plain.match(new RegExp(`.{1,${Math.max(1, size)}}`, 'g')) ?? [];
}
