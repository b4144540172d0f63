'use client';

import { useEffect } from 'react';
import { isLocale, localized } from '@/lib/core/paths';
import { settingsPaths } from '@/lib/settings/paths';

/**
 * Leads to a page of ours that says what happened, with the office's number: it was made when the server
 * started, so it is there whatever broke in the browser. In its place stood the framework's own page.
 */
export function ToFailure({ code }: { code: 'weg' | 'browser' }) {
  useEffect(() => {
    const first = window.location.pathname.split('/')[1] ?? '';
    const locale = isLocale(first) ? first : 'de';
    window.location.replace(localized(locale, settingsPaths.failure(code)));
  }, [code]);
  return null;
}
