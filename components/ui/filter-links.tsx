import { Icon } from './icons';

export type FilterItem = {
  href: string;
  label: string;
  current?: boolean | undefined;
  count?: number | undefined;
};

/** A choice among lists, each with its own path. */
export function FilterLinks({ label, items }: { label: string; items: FilterItem[] }) {
  return (
    <nav className="filters" aria-label={label}>
      <p className="filters-label" aria-hidden="true">
        {label}
      </p>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'true' : undefined}>
              {item.current ? <Icon name="check" /> : null}
              {item.label}
              {item.count === undefined ? null : <span className="tabular"> ({item.count})</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
