import type { ReactNode } from 'react';
import { EmptyDrawing } from '@/components/brand/empty-drawing';
import { ButtonLink } from './button';
import type { Link } from './link-types';

type EmptyStateProps = {
  title: string;
  children?: ReactNode;
  action?: Link | undefined;
  drawing?: ReactNode;
};

/** Nothing here yet: say why, and what one can do. */
export function EmptyState({ title, children, action, drawing }: EmptyStateProps) {
  return (
    <div className="empty">
      {drawing ?? <EmptyDrawing />}
      <p className="empty-title">{title}</p>
      {children ? <div className="measure">{children}</div> : null}
      {action ? (
        <ButtonLink href={action.href} variant="secondary">
          {action.label}
        </ButtonLink>
      ) : null}
    </div>
  );
}
