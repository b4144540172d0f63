import { Section } from '@/components/layout/section';

type OwnListProps = {
  title: string;
  /** Said when there is nothing yet; null: then the list is not shown at all. */
  empty: string | null;
  items: { id: string; href: string; label: string; note: string }[];
};

/** One's own things of one kind, each with the way to it. */
export function OwnList({ title, empty, items }: OwnListProps) {
  if (items.length === 0 && empty === null) return null;
  return (
    <Section title={title}>
      {items.length === 0 ? <p className="text-ink-soft">{empty}</p> : null}
      <ul className="stack list-none p-0">
        {items.map((item) => (
          <li key={item.id}>
            <a href={item.href} lang="de">
              {item.label}
            </a>
            <br />
            <span className="small text-ink-soft">{item.note}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
