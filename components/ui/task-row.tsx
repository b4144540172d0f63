import type { ReactNode } from 'react';
import { StateLabel, type StateTone } from './state-label';

/** What waits, one row each. */
export function TaskList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="tasks" aria-label={label}>
      {children}
    </ul>
  );
}

type TaskRowProps = {
  title: string;
  href?: string | undefined;
  number?: string | undefined;
  /** Why it is here: „Antwort versprochen bis heute“. */
  why: ReactNode;
  since?: ReactNode;
  tone?: StateTone | undefined;
  /** The one thing to do. */
  action: ReactNode;
};

/** One thing that waits for somebody, one click from being done; lives in a TaskList. */
export function TaskRow({ title, href, number, why, since, tone, action }: TaskRowProps) {
  return (
    <li className={tone === 'late' ? 'task task-late' : 'task'}>
      <div className="task-text">
        <p className="task-title">
          {number ? <span className="task-number tabular">{number}</span> : null}
          {href ? <a href={href}>{title}</a> : title}
        </p>
        <p className="task-why">
          {tone ? <StateLabel tone={tone}>{why}</StateLabel> : why}
          {since ? <span className="task-since">{since}</span> : null}
        </p>
      </div>
      <div className="task-action">{action}</div>
    </li>
  );
}
