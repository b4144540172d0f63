import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons';

export type NoticeTone = 'info' | 'good' | 'warn' | 'problem';

const ICONS: Record<NoticeTone, IconName> = {
  info: 'info',
  good: 'check',
  warn: 'clock',
  problem: 'alert',
};

type NoticeProps = {
  tone: NoticeTone;
  title?: string | undefined;
  level?: 2 | 3 | undefined;
  /** Only for messages that appear as an answer to what the reader did. */
  role?: 'status' | 'alert' | undefined;
  id?: string | undefined;
  children: ReactNode;
};

/** Something to know before reading on. */
export function Notice({ tone, title, level = 2, role, id, children }: NoticeProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={`notice notice-${tone}`} role={role} id={id}>
      <Icon name={ICONS[tone]} />
      <div className="stack">
        {title ? <Heading className="notice-title">{title}</Heading> : null}
        <div>{children}</div>
      </div>
    </div>
  );
}
