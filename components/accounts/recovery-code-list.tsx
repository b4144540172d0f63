/** Codes for the drawer at home: large enough to be copied by hand. */
export function RecoveryCodeList({ label, codes }: { label: string; codes: string[] }) {
  return (
    <ol aria-label={label} className="grid list-inside list-decimal gap-2 sm:grid-cols-2">
      {codes.map((code) => (
        <li key={code} className="tabular font-mono text-xl">
          {code}
        </li>
      ))}
    </ol>
  );
}
