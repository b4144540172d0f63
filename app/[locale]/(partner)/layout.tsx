import '../../office.css';
import type { ReactNode } from 'react';

// The database is never asked while building; kept pages are the HTTP front's business.
export const dynamic = 'force-dynamic';

export default function GroupLayout({ children }: { children: ReactNode }) {
  return children;
}
