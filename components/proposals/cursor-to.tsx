'use client';

import { useEffect } from 'react';

/**
 * Puts the cursor into a field when it appears. Without script the fragment of the address does the
 * same; with it the page is not loaded anew, and the browser does not look at the fragment.
 */
export function CursorTo({ field }: { field: string }) {
  useEffect(() => {
    document.getElementById(field)?.focus();
  }, [field]);
  return null;
}
