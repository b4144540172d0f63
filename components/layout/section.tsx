import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icons';
import type { Link } from '@/components/ui/link-types';

type SectionProps = {
  title: string;
  id?: string | undefined;
  level?: 2 | 3 | undefined;
  intro?: ReactNode;
  more?: Link | undefined;
  /** `tinted` lays the section on warm ground over the full width of the page. */
  tone?: 'plain' | 'tinted' | undefined;
  children: ReactNode;
};

/** A part of a page under its own heading. */
export function Section({
  title,
  id,
  level = 2,
  intro,
  more,
  tone = 'plain',
  children,
}: SectionProps) {
  const Heading = `h${level}` as const;
  return (
    <section
      className={tone === 'tinted' ? 'section section-tinted' : `section section-${level}`}
      id={id}
    >
      <Heading>{title}</Heading>
      {intro ? <div className="section-intro">{intro}</div> : null}
      {children}
      {more ? (
        <p className="section-more">
          <a href={more.href}>{more.label}</a> <Icon name="arrow" />
        </p>
      ) : null}
    </section>
  );
}

/** Running text: 60 to 70 characters a line. */
export function Prose({ children, lang }: { children: ReactNode; lang?: string | undefined }) {
  return (
    <div className="prose" lang={lang}>
      {children}
    </div>
  );
}
