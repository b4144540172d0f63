'use client';

import { useEffect, useState } from 'react';
import { Icon } from './icons';

/** Only with script, because only script can open the printer's window. */
export function PrintButton({ label }: { label: string }) {
  const [canPrint, setCanPrint] = useState(false);
  useEffect(() => setCanPrint(true), []);
  if (!canPrint) return null;
  return (
    <button type="button" className="button button-secondary" onClick={() => window.print()}>
      <Icon name="print" />
      {label}
    </button>
  );
}
