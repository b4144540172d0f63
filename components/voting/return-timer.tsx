'use client';

import { useEffect } from 'react';

type ReturnTimerProps = { seconds: number; href: string };

/**
 * Leads back to the start after a while, with and without script. With script the time begins anew
 * with every key and touch.
 */
export function ReturnTimer({ seconds, href }: ReturnTimerProps) {
  useEffect(() => {
    let timer = 0;
    const begin = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => window.location.assign(href), seconds * 1000);
    };
    begin();
    const signs = ['keydown', 'pointerdown', 'scroll'] as const;
    for (const sign of signs) window.addEventListener(sign, begin);
    return () => {
      window.clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, begin);
    };
  }, [seconds, href]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`${seconds};url=${href}`} />
    </noscript>
  );
}
