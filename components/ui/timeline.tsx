import type { ReactNode } from 'react';

export type TimelineItem = {
  id: string;
  date: ReactNode;
  who?: ReactNode;
  title: ReactNode;
  text?: ReactNode;
  /** A light for the moments that moved something. */
  lit?: boolean | undefined;
};

/** What happened, in order, with date and who. */
export function Timeline({ label, items }: { label: string; items: TimelineItem[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={item.lit ? 'timeline-lit' : undefined}>
          <p className="timeline-when">
            {item.date}
            {item.who ? <> · {item.who}</> : null}
          </p>
          <p className="timeline-title">{item.title}</p>
          {item.text ? <div className="timeline-text">{item.text}</div> : null}
        </li>
      ))}
    </ol>
  );
}
