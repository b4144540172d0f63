import type { ReactNode } from 'react';

export type Door = { href: string; title: string; text: string; drawing: ReactNode };

/** The first question of the house as lit windows: each is one big link. */
export function DoorList({ label, doors }: { label: string; doors: Door[] }) {
  return (
    <ul className="doors" aria-label={label}>
      {doors.map((door) => (
        <li key={door.href} className="door">
          <span className="door-window">{door.drawing}</span>
          <a className="door-title" href={door.href}>
            {door.title}
          </a>
          <span className="door-text">{door.text}</span>
        </li>
      ))}
    </ul>
  );
}
