'use client';

import { useEffect, useState } from 'react';

interface Place {
  /** Address of the worker. */
  worker: string;
  /** The one page it may look after. */
  page: string;
}

/** Has this page kept on the device. @returns whether a newer one was kept since it was opened */
export function useWorker({ worker, page }: Place): boolean {
  const [isRenewed, setIsRenewed] = useState(false);
  useEffect(() => {
    // Not everywhere, and not without encryption: then the form works while it is open.
    if (!('serviceWorker' in navigator)) return;
    const { serviceWorker } = navigator;
    const hear = ({ data }: MessageEvent) => {
      if (data === 'renewed') setIsRenewed(true);
    };
    serviceWorker.addEventListener('message', hear);
    serviceWorker.startMessages();
    const mark = document.querySelector<HTMLElement>('[data-without-line]')?.dataset.withoutLine;
    serviceWorker.controller?.postMessage(mark);
    serviceWorker.register(worker, { scope: page, updateViaCache: 'none' }).catch(() => undefined);
    return () => serviceWorker.removeEventListener('message', hear);
  }, [worker, page]);
  return isRenewed;
}
