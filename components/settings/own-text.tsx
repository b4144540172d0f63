import type { Office, OwnTextKey } from '@/lib/settings/types';

type OwnTextProps = { office: Pick<Office, 'ownTexts'>; name: OwnTextKey };

/** What the carrier says of itself; nothing where it has said nothing. */
export function OwnText({ office, name }: OwnTextProps) {
  const said = office.ownTexts[name];
  if (!said) return null;
  return (
    <p lang={said.lang} className="measure whitespace-pre-line">
      {said.text}
    </p>
  );
}
