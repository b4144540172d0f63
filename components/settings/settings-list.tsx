import { ButtonLink } from '@/components/ui/button';
import type { Link } from '@/components/ui/link-types';
import { StateLabel } from '@/components/ui/state-label';

type SettingsListProps = {
  label: string;
  /** Left out where there can be no more. */
  add?: Link | undefined;
  items: {
    href: string;
    title: string;
    note: string;
    /** Said when the entry is no longer offered. */
    off?: string | undefined;
  }[];
};

/** Entries of a list in the settings, each with the way to change it. */
export function SettingsList({ label, add, items }: SettingsListProps) {
  return (
    <div className="stack">
      <ul aria-label={label} className="stack list-none p-0">
        {items.map((item) => (
          <li key={item.href} className="border-rule border-b pb-3">
            <a href={item.href}>{item.title}</a>{' '}
            {item.off ? <StateLabel tone="neutral">{item.off}</StateLabel> : null}
            <br />
            <span className="small text-ink-soft">{item.note}</span>
          </li>
        ))}
      </ul>
      {add ? (
        <p>
          <ButtonLink variant="secondary" href={add.href}>
            {add.label}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}
