import { Prose, Section } from '@/components/layout/section';
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

type OwnListProps = OwnTextProps & {
  title: string;
  intro?: string | undefined;
  /** One after the other. */
  ordered?: boolean | undefined;
};

/** A part of a page that is the carrier's own, each line an item; without it there is no such part. */
export function OwnList({ office, name, title, intro, ordered = false }: OwnListProps) {
  const said = office.ownTexts[name];
  if (!said) return null;
  const List = ordered ? 'ol' : 'ul';
  const lines = said.text.split('\n').filter((line) => line.trim() !== '');
  return (
    <Section title={title} intro={intro ? <p>{intro}</p> : undefined}>
      <Prose>
        <List lang={said.lang}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </List>
      </Prose>
    </Section>
  );
}
